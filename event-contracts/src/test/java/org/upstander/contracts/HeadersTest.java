package org.upstander.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** CloudEvents in Kafka's binary mode: the headers and keys beside the values. */
class HeadersTest {

    static Stream<Contract.Sample> headers() {
        return Contract.ALL.stream().flatMap(contract -> contract.headerSamples().stream());
    }

    @ParameterizedTest
    @MethodSource("headers")
    void theHeadersNameTheValue(Contract.Sample sample) {
        JsonNode record = Json.tree(sample.text());
        JsonNode headers = record.path("headers");

        assertThat(record.path("topic").asText()).isEqualTo(sample.contract().topic());
        assertThat(headers.path(Headers.SPEC_VERSION).asText())
                .isEqualTo(Headers.SPEC_VERSION_VALUE);
        assertThat(headers.path(Headers.TYPE).asText()).isEqualTo(sample.contract().eventType());
        assertThat(headers.path(Headers.CONTENT_TYPE).asText()).isEqualTo(Headers.JSON);
        assertThat(headers.path(Headers.ID).asText()).isNotBlank();
        assertThat(headers.path(Headers.SOURCE).asText()).matches("/upstander/[a-z]+-service");
        assertThat(Instant.parse(headers.path(Headers.TIME).asText())).isNotNull();
        assertThat(headers.fieldNames()).toIterable().isSubsetOf(constants(Headers.class));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void theKeyKeepsInOrderWhatBelongsTogether(Contract.Sample sample) {
        // Given
        JsonNode record = Json.tree(sample.text());
        String valueFile = sample.path().getFileName().toString().replace(".headers", "");
        JsonNode value = Json.tree(sample.contract().sample(valueFile).text());

        // When
        String key = keyOf(sample.contract(), value);

        // Then
        assertThat(record.path("key").asText()).isEqualTo(key);
    }

    private static String keyOf(Contract contract, JsonNode value) {
        return switch (contract.topic()) {
            case Topics.POSTS ->
                    value.path("source").asText()
                            + "/"
                            + value.at(value.has("thread") ? "/thread/id" : "/externalId").asText();
            case Topics.SIGNALS ->
                    Stream.of("/staff", "/by", "/author/id", "/author/handle")
                            .map(value::at)
                            .filter(JsonNode::isTextual)
                            .findFirst()
                            .orElseThrow()
                            .asText();
            case Topics.ROSTER, Topics.ASSESSMENTS -> value.path("staffId").asText();
            case Topics.INCIDENTS -> value.path("incidentId").asText();
            case Topics.TOKENS -> value.path("tokenId").asText();
            case Topics.THRESHOLDS -> Keys.EVERYBODY;
            case Topics.SOURCES -> value.path("sourceId").asText();
            default -> throw new IllegalArgumentException(contract.topic());
        };
    }

    @Test
    void aDeadLetterKeepsItsHeadersAndSaysWhyWithoutQuoting() {
        // Given
        JsonNode letter =
                Json.tree(
                        Contract.read(
                                Contract.ROOT.resolve(
                                        "v1/samples/dead-letter/unreadable.headers.json")));
        JsonNode headers = letter.path("headers");

        // Then
        assertThat(letter.path("topic").asText())
                .isEqualTo(
                        headers.path(Headers.DEAD_LETTER_TOPIC).asText()
                                + Topics.DEAD_LETTER_SUFFIX);
        assertThat(constants(DeadLetterReasons.class))
                .contains(headers.path(Headers.DEAD_LETTER_REASON).asText());
        assertThat(headers.path(Headers.DEAD_LETTER_CAUSE).asText()).matches("[\\w.$]+");
        assertThat(headers.path(Headers.DEAD_LETTER_PARTITION).asText()).matches("\\d+");
        assertThat(headers.path(Headers.DEAD_LETTER_OFFSET).asText()).matches("\\d+");
        assertThat(headers.fieldNames()).toIterable().isSubsetOf(constants(Headers.class));
    }

    @Test
    void everyTopicAndTypeIsUnderContract() {
        assertThat(constants(Topics.class))
                .containsExactlyInAnyOrderElementsOf(
                        and(
                                Contract.ALL.stream().map(Contract::topic),
                                Topics.ORIGINALS,
                                Topics.DEAD_LETTER_SUFFIX));
        assertThat(constants(EventTypes.class))
                .containsExactlyInAnyOrderElementsOf(
                        and(Contract.ALL.stream().map(Contract::eventType), EventTypes.ORIGINAL));
    }

    /** Originals are sealed: their value is no JSON, so there is no schema and no sample. */
    private static List<String> and(Stream<String> contracts, String... others) {
        return Stream.concat(contracts, Stream.of(others)).toList();
    }

    private static Set<String> constants(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(
                        field -> {
                            try {
                                return (String) field.get(null);
                            } catch (IllegalAccessException e) {
                                throw new IllegalStateException(e);
                            }
                        })
                .collect(Collectors.toSet());
    }
}
