package org.upstander.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Old bytes read by new code, new bytes held against the schema: what a topic's two ends rely on.
 */
class ContractTest {

    static List<Contract> contracts() {
        return Contract.ALL;
    }

    static Stream<Contract.Sample> samples() {
        return Contract.ALL.stream().flatMap(contract -> contract.samples().stream());
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void aSchemaIsWellFormedAndKnowsItsName(Contract contract) {
        JsonNode schema = Json.tree(Contract.read(contract.schema()));

        assertThat(Json.complaintsAboutSchema(contract)).isEmpty();
        assertThat(schema.path("$id").asText())
                .isEqualTo(
                        "https://upstander.example.org/schemas/%s/%s"
                                .formatted(contract.name(), contract.version()));
        assertThat(contract.eventType())
                .isEqualTo("org.upstander.%s.%s".formatted(contract.name(), contract.version()));
        assertThat(contract.topic()).endsWith("." + contract.version());
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void everyTypeHasAMinimalAndAForeignSample(Contract contract) {
        List<String> names = contract.samples().stream().map(Object::toString).toList();

        assertThat(names).hasSizeGreaterThanOrEqualTo(3);
        assertThat(names).anyMatch(name -> name.contains("/unknown-fields"));
        // an incident has no optional field: each of its samples is minimal
        assertThat(names).anyMatch(name -> name.contains("/minimal") || name.contains("incident/"));
        assertThat(contract.headerSamples()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleKeepsToItsSchema(Contract.Sample sample) {
        assertThat(Json.complaints(sample.contract(), sample.text())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleIsReadWholeAndWrittenAsTheSchemaWants(Contract.Sample sample) {
        // Given
        Contract contract = sample.contract();
        Object decoded = Json.decode(contract, sample.text());

        // When
        String encoded = Json.encode(decoded);

        // Then
        assertThat(Json.complaints(contract, encoded)).isEmpty();
        assertThat(Json.decode(contract, encoded)).isEqualTo(decoded);
        assertThat(Json.tree(encoded)).isEqualTo(knownPartOf(sample));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void unknownFieldsAreIgnoredAtEveryLevel(Contract.Sample sample) {
        // Given
        ObjectNode future = (ObjectNode) Json.tree(sample.text());
        visit(
                sample.contract(),
                future,
                (object, schema) -> object.putObject("fromTheFuture").putArray("x").add(1));

        // When
        Object decoded = Json.decode(sample.contract(), future.toString());

        // Then
        assertThat(decoded).isEqualTo(Json.decode(sample.contract(), sample.text()));
        assertThat(Json.complaints(sample.contract(), future.toString())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aWordThatTheSetDoesNotHoldYetIsStillRead(Contract.Sample sample) {
        // Given
        ObjectNode future = (ObjectNode) Json.tree(sample.text());
        visit(
                sample.contract(),
                future,
                (object, schema) ->
                        knownFields(object, schema).stream()
                                .filter(field -> subschema(sample, schema, field).has("enum"))
                                .forEach(field -> object.put(field, "word-of-2031")));

        // When
        String read = Json.encode(Json.decode(sample.contract(), future.toString()));

        // Then
        assertThat(Json.tree(read)).isEqualTo(knownPart(sample.contract(), future));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aMissingRequiredFieldIsRefused(Contract.Sample sample) {
        ObjectNode root = (ObjectNode) Json.tree(sample.text());
        List<String> overlooked = new ArrayList<>();
        visit(
                sample.contract(),
                root,
                (object, schema) ->
                        schema.path("required")
                                .forEach(
                                        required -> {
                                            JsonNode kept = object.remove(required.asText());
                                            if (passes(sample, root)) {
                                                overlooked.add(required.asText());
                                            }
                                            object.set(required.asText(), kept);
                                        }));

        assertThat(overlooked).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aFieldOfAnotherKindIsRefused(Contract.Sample sample) {
        ObjectNode root = (ObjectNode) Json.tree(sample.text());
        List<String> overlooked = new ArrayList<>();
        visit(
                sample.contract(),
                root,
                (object, schema) ->
                        knownFields(object, schema)
                                .forEach(
                                        field -> {
                                            JsonNode kept = object.get(field);
                                            if (kept.isTextual()) {
                                                object.put(field, 7);
                                            } else {
                                                object.put(field, "seven");
                                            }
                                            if (passes(sample, root)) {
                                                overlooked.add(field);
                                            }
                                            object.set(field, kept);
                                        }));

        assertThat(overlooked).isEmpty();
    }

    private static boolean passes(Contract.Sample sample, JsonNode instance) {
        return Json.complaints(sample.contract(), instance.toString()).isEmpty();
    }

    private static JsonNode knownPartOf(Contract.Sample sample) {
        return knownPart(sample.contract(), (ObjectNode) Json.tree(sample.text()));
    }

    private static JsonNode knownPart(Contract contract, ObjectNode instance) {
        ObjectNode known = instance.deepCopy();
        visit(
                contract,
                known,
                (object, schema) -> object.retain(new HashSet<>(knownFields(object, schema))));
        return known;
    }

    private static Set<String> knownFields(ObjectNode object, JsonNode schema) {
        Set<String> known = new HashSet<>();
        object.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (schema.path("properties").has(name)) {
                                known.add(name);
                            }
                        });
        return known;
    }

    private static JsonNode subschema(Contract.Sample sample, JsonNode schema, String field) {
        JsonNode root = Json.tree(Contract.read(sample.contract().schema()));
        return Json.resolve(root, schema.path("properties").path(field));
    }

    private static void visit(
            Contract contract, ObjectNode instance, BiConsumer<ObjectNode, JsonNode> visitor) {
        JsonNode schema = Json.tree(Contract.read(contract.schema()));
        Json.eachObject(instance, schema, schema, visitor);
    }
}
