package org.upstander.scoring.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstander.infrastructure.InfrastructureResource;

/** What is no request is refused with a problem that says why. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class ScoreRefusalsIT extends ScoreBase {

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("text", null, "posts[1].text"),
                Arguments.of("text", "lone \ud83d surrogate", "posts[1].text"),
                Arguments.of("text", "nul \u0000", "posts[1].text"),
                Arguments.of("externalId", null, "posts[1].externalId"),
                Arguments.of("externalId", "x".repeat(513), "posts[1].externalId"),
                Arguments.of("source", "x".repeat(65), "posts[1].source"),
                Arguments.of("createdAt", "yesterday", "posts[1].createdAt"),
                Arguments.of("editedAt", "2026-11-23", "posts[1].editedAt"),
                Arguments.of("author", Map.of("id", "x".repeat(257)), "posts[1].author.id"),
                Arguments.of(
                        "replyTo",
                        Map.of("author", Map.of("handle", "x".repeat(257))),
                        "posts[1].replyTo.author.handle"),
                Arguments.of("author", "heath", "posts[1].author"),
                Arguments.of("attributeScores", "high", "posts[1].attributeScores"),
                Arguments.of(
                        "attributeScores",
                        Map.of("TOXICITY", 0.9),
                        "posts[1].attributeScores.TOXICITY.summaryScore.value"),
                Arguments.of(
                        "attributeScores",
                        Map.of("TOXICITY", Map.of("summaryScore", Map.of("value", 1.5))),
                        "posts[1].attributeScores.TOXICITY.summaryScore.value"),
                Arguments.of(
                        "attributeScores",
                        Map.of(
                                "TOXICITY",
                                Map.of("summaryScore", Map.of("value", 1, "type", "RAW"))),
                        "posts[1].attributeScores.TOXICITY.summaryScore.type"),
                Arguments.of(
                        "attributeScores",
                        Map.of("you fraud", Map.of("summaryScore", Map.of("value", 1))),
                        "posts[1].attributeScores"),
                Arguments.of(
                        "attributeScores",
                        IntStream.range(0, 21)
                                .boxed()
                                .collect(Collectors.toMap(i -> "A" + i, i -> Map.of())),
                        "posts[1].attributeScores"),
                Arguments.of("deleted", "perhaps", "posts[1].deleted"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aProblemNamesTheField(String field, Object value, String named) {
        // Given
        Map<String, Object> faulty = post("1", "Nice weather today.");
        faulty.put(field, value);
        // When, Then
        score(post("0", "fine"), faulty)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(named))
                .body("detail", containsString(named));
    }

    @ParameterizedTest
    @CsvSource({"0", "501"})
    void anythingBut1To500PostsIsRefused(int count) {
        score(Collections.nCopies(count, post("1", "fine")).toArray(Map[]::new))
                .statusCode(400)
                .body("detail", containsString("posts must hold 1 to 500 posts"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"posts\":[{\"externalId\":\"1\",\"text\":\"a\"}]} x | not JSON",
                "{\"posts\":[{\"externalId\":\"1\", | not JSON",
                "nonsense | not JSON",
                "[] | of another kind",
                "{\"posts\":7} | posts",
                "null | missing",
                "{\"posts\":[{\"externalId\":\"1\",\"externalId\":\"2\",\"text\":\"a\"}]} | twice",
                "{} | posts must hold"
            })
    void aBodyThatIsNoRequestIsExplained(String body, String said) {
        send(body.getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(said));
    }

    @Test
    void nestingBeyondTheLimitIsAProblem() {
        send(("{\"posts\":[{\"x\":" + "[".repeat(5000)).getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("detail", containsString("nesting"));
    }

    @Test
    void whatIsNotUtf8IsAProblem() {
        send(new byte[] {'{', '"', (byte) 0xe4, '"', ':', '1', '}'})
                .statusCode(400)
                .body("detail", containsString("UTF-8"));
    }

    @ParameterizedTest
    @CsvSource({"1", "20000000"})
    void aBodyBeyondTheLimitIsAProblemThatNamesIt(int beyond) {
        byte[] large = new byte[ScoreRequestReader.BODY_BYTES + beyond];
        java.util.Arrays.fill(large, (byte) ' ');
        send(large)
                .statusCode(413)
                .contentType("application/problem+json")
                .body("limit", equalTo(ScoreRequestReader.BODY_BYTES));
    }

    @Test
    void anotherMediaTypeIsRefused() {
        given().auth()
                .oauth2(TOKEN)
                .contentType("text/plain")
                .body("x")
                .post("/v1/score")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }
}
