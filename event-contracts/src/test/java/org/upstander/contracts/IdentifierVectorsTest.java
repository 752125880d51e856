package org.upstander.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors were computed apart from this code; the rule's text must lead to the same. */
class IdentifierVectorsTest {

    record Vector(String kind, String given, String normal, String key, String hash) {}

    static List<Vector> vectors() {
        JsonNode rows =
                Json.tree(
                        Contract.read(
                                Contract.ROOT.resolve("v1/identifiers/identifier-vectors.json")));
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> Json.MAPPER.convertValue(row, Vector.class))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void theRuleLeadsToTheNormalFormAndTheHash(Vector vector) {
        assertThat(IdentifierRule.normal(vector.kind(), vector.given())).isEqualTo(vector.normal());
        assertThat(IdentifierRule.hash(vector.kind(), vector.normal(), vector.key()))
                .isEqualTo(vector.hash());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void aNormalFormIsItsOwnNormalForm(Vector vector) {
        assertThat(IdentifierRule.normal(vector.kind(), vector.normal()))
                .isEqualTo(vector.normal());
    }

    @Test
    void theVectorsCoverEveryKindInSeveralSpellings() {
        assertThat(vectors()).hasSizeGreaterThanOrEqualTo(20);
        assertThat(vectors().stream().collect(Collectors.groupingBy(Vector::kind)).keySet())
                .containsExactlyInAnyOrder("phone", "email", "street", "handle", "name");
        assertThat(
                        vectors().stream()
                                .collect(
                                        Collectors.groupingBy(
                                                Vector::hash,
                                                Collectors.mapping(
                                                        Vector::given, Collectors.toSet())))
                                .values())
                .as("hashes reached from several spellings")
                .filteredOn(spellings -> spellings.size() > 1)
                .hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void theSameNormalFormOfAnotherKindOrKeyHasAnotherHash() {
        assertThat(
                        Stream.of(
                                        IdentifierRule.hash("handle", "dana", "demo-a"),
                                        IdentifierRule.hash("name", "dana", "demo-a"),
                                        IdentifierRule.hash("name", "dana", "demo-b"))
                                .distinct())
                .hasSize(3);
    }

    @Test
    void theRosterSampleUsesHashesOfTheVectors() {
        JsonNode roster = Json.tree(Contract.named("roster-entry").sample("full.json").text());
        List<String> known = vectors().stream().map(Vector::hash).toList();

        assertThat(roster.path("protectedIdentifiers"))
                .isNotEmpty()
                .allSatisfy(p -> assertThat(known).contains(p.path("hash").asText()));
    }
}
