package org.upstander.scoring.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstander.contracts.v1.AssessmentEvent;
import org.upstander.infrastructure.InfrastructureResource;
import org.upstander.scoring.application.LiveRoster;
import org.upstander.scoring.binding.IdentifierHash;
import org.upstander.scoring.kafka.Rosters;
import org.upstander.scoring.kafka.Samples;
import org.upstander.scoring.kafka.Topic;

@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class ScoreResourceIT {
    private static final String NAME = "Ambrosine Locke";
    private static final String ATTACK = NAME + " is a lying, spiteful little fraud.";
    private static final String TOKEN = "demo-admin-token";

    @Inject LiveRoster roster;

    @BeforeEach
    void enrol() {
        if (!Rosters.binds(roster, NAME, "cm-ambrosine")) {
            Topic.enrol(Samples.member("cm-ambrosine", NAME, "ambrosine_l"));
            await().atMost(ofSeconds(30)).until(() -> Rosters.binds(roster, NAME, "cm-ambrosine"));
        }
    }

    @Test
    void theAnswerHasTheShapeThatIsPromised() {
        score(post("25862", ATTACK), post("25863", "Nice weather today."))
                .statusCode(200)
                .body("keySet()", equalTo(java.util.Set.of("model", "results")))
                .body(
                        "results[0].keySet()",
                        equalTo(java.util.Set.of("externalId", "spam", "language", "assessments")))
                .body("results.externalId", equalTo(List.of("25862", "25863")))
                .body("results[0].spam", equalTo(false))
                .body(
                        "results[0].assessments[0].keySet()",
                        equalTo(
                                java.util.Set.of(
                                        "staffId",
                                        "verdict",
                                        "severity",
                                        "score",
                                        "categories",
                                        "binding",
                                        "evidence")))
                .body("results[0].assessments[0].staffId", equalTo("cm-ambrosine"))
                .body("results[0].assessments[0].verdict", equalTo("attack"))
                .body("results[0].assessments[0].binding.text", equalTo(NAME))
                .body("results[0].assessments[0].binding.start", equalTo(0))
                .body("results[0].assessments[0].binding.end", equalTo(NAME.length()))
                .body("results[1].assessments", empty());
    }

    @Test
    void theSamePostsGetTheSameVerdictsAsOnKafka() {
        // Given
        List<String> texts =
                List.of(
                        ATTACK,
                        "I disagree with the ruling of " + NAME + ".",
                        "\ud83d\ude00 thank you, " + NAME + ", that helped a lot!",
                        NAME + " should be ashamed, what a pathetic excuse for a moderator");
        String run = Samples.unique("same");
        Topic.write(
                java.util.stream.IntStream.range(0, texts.size())
                        .mapToObj(i -> Topic.record(Samples.post(run + i, texts.get(i))))
                        .toList());
        // When
        JsonPath answer =
                score(
                                java.util.stream.IntStream.range(0, texts.size())
                                        .mapToObj(i -> post(run + i, texts.get(i)))
                                        .toArray(Map[]::new))
                        .statusCode(200)
                        .extract()
                        .jsonPath();
        // Then
        await().atMost(ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(Topic.assessments(a -> a.externalId().startsWith(run)))
                                        .hasSize(texts.size()));
        for (AssessmentEvent event : Topic.assessments(a -> a.externalId().startsWith(run))) {
            int i = Integer.parseInt(event.externalId().substring(run.length()));
            Map<String, Object> http = answer.getMap("results[" + i + "].assessments[0]");
            assertThat(Topic.plain(event.verdict())).isEqualTo(http.get("verdict"));
            assertThat(Topic.plain(event.severity())).isEqualTo(http.get("severity"));
            assertThat(((Number) http.get("score")).floatValue()).isEqualTo((float) event.score());
            assertThat(Topic.plain(event.binding()).toString())
                    .isEqualTo(http.get("binding").toString());
            assertThat(((List<?>) http.get("categories"))).hasSameSizeAs(event.categories());
            assertThat(((List<?>) http.get("evidence"))).hasSameSizeAs(event.evidence());
            assertThat(answer.getString("model")).isEqualTo(event.model());
            assertThat(answer.getString("results[" + i + "].language")).isEqualTo(event.language());
        }
    }

    @Test
    void offsetsCountUtf16UnitsOfTheGivenText() {
        String text = "\ud83d\ude00\u200b  " + ATTACK;
        JsonPath answer = score(post("1", text)).statusCode(200).extract().jsonPath();
        int start = answer.getInt("results[0].assessments[0].binding.start");
        int end = answer.getInt("results[0].assessments[0].binding.end");
        assertThat(text.substring(start, end)).isEqualTo(NAME);
    }

    @Test
    void aProtectedIdentifierIsNotEchoed() {
        // Given
        String id = Samples.unique("cm");
        String hash =
                new IdentifierHash("demo-identifier-key-of-the-repository".getBytes(UTF_8))
                        .of("phone", "+1 202 555 0191")
                        .orElseThrow();
        Topic.enrol(
                Samples.withSecret(
                        Samples.member(id, "Leocadia Brandt", "leocadia_b"), "phone", hash));
        await().atMost(ofSeconds(30)).until(() -> Rosters.binds(roster, "Leocadia Brandt", id));
        // When
        String answer =
                score(post("1", "call 202 555 0191 at night"))
                        .statusCode(200)
                        .body("results[0].assessments[0].binding.how", equalTo("protected"))
                        .body("results[0].assessments[0].binding.start", equalTo(5))
                        .body("results[0].assessments[0].binding.end", equalTo(17))
                        .extract()
                        .asString();
        // Then
        assertThat(answer).doesNotContain("0191");
    }

    @Test
    void htmlIsReadWhereTextIsMissing() {
        Map<String, Object> html = post("1", null);
        html.put(
                "html",
                "<p>Listen: <b>" + NAME + "</b> is a spiteful fraud.</p><script>x</script>");
        score(html).statusCode(200).body("results[0].assessments[0].binding.text", equalTo(NAME));
    }

    @Test
    void aDeletedPostMeansNobody() {
        Map<String, Object> deleted = post("1", ATTACK);
        deleted.put("deleted", true);
        score(deleted).statusCode(200).body("results[0].assessments", empty());
    }

    @Test
    void onlyExternalIdAndTextAreNeeded() {
        score(Map.of("externalId", "1", "text", ATTACK, "unknown", List.of(1)))
                .statusCode(200)
                .body("results[0].assessments", hasSize(1));
    }

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

    @Test
    void fiveHundredPostsAreScored() {
        score(Collections.nCopies(500, post("1", ATTACK)).toArray(Map[]::new))
                .statusCode(200)
                .body("results", hasSize(500));
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

    @Test
    void whoHasNoTokenIsRefused() {
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/score")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        given().get("/v1/model").then().statusCode(401);
        given().get("/q/metrics").then().statusCode(401);
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/openapi").then().statusCode(200);
    }

    @Test
    void theScopeScoreIsEnoughAndAnotherIsNot() {
        // Given
        String score = Tokens.issue("score");
        String other = Tokens.issue("posts:write");
        // When, Then
        await().atMost(ofSeconds(20))
                .untilAsserted(
                        () -> given().auth().oauth2(score).get("/v1/model").then().statusCode(200));
        await().atMost(ofSeconds(20))
                .untilAsserted(
                        () -> given().auth().oauth2(other).get("/v1/model").then().statusCode(403));
        given().auth()
                .oauth2(score)
                .contentType(ContentType.JSON)
                .body(Map.of("posts", List.of(post("1", ATTACK))))
                .post("/v1/score")
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(other)
                .contentType(ContentType.JSON)
                .body(Map.of("posts", List.of(post("1", ATTACK))))
                .post("/v1/score")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }

    @Test
    void theModelCardIsThatOfTheModelThatJudges() {
        String scored =
                score(post("1", ATTACK)).statusCode(200).extract().jsonPath().getString("model");
        given().auth()
                .oauth2(TOKEN)
                .get("/v1/model")
                .then()
                .statusCode(200)
                .body("model", equalTo(scored))
                .body("trained", matchesPattern("\\d{4}-\\d\\d-\\d\\d"))
                .body("figures", not(empty()))
                .body("thresholds.attack", greaterThan(0f));
    }

    @SafeVarargs
    private static ValidatableResponse score(Map<String, ?>... posts) {
        return given().auth()
                .oauth2(TOKEN)
                .contentType(ContentType.JSON)
                .body(Map.of("posts", List.of(posts)))
                .post("/v1/score")
                .then();
    }

    private static ValidatableResponse send(byte[] body) {
        return given().auth()
                .oauth2(TOKEN)
                .contentType("application/json")
                .body(body)
                .post("/v1/score")
                .then();
    }

    private static Map<String, Object> post(String externalId, String text) {
        Map<String, Object> post = new HashMap<>();
        post.put("source", "forum");
        post.put("externalId", externalId);
        post.put("author", Map.of("id", "8", "handle", "heath", "displayName", "Heath"));
        post.put("thread", Map.of("id", "4946", "title", "Judging round 2"));
        post.put("createdAt", "2026-11-23T12:00:00Z");
        post.put("text", text);
        return post;
    }
}
