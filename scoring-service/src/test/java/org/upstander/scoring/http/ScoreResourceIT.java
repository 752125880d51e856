package org.upstander.scoring.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.upstander.contracts.v1.AssessmentEvent;
import org.upstander.infrastructure.InfrastructureResource;
import org.upstander.scoring.binding.IdentifierHash;
import org.upstander.scoring.kafka.Rosters;
import org.upstander.scoring.kafka.Samples;
import org.upstander.scoring.kafka.Topic;

@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class ScoreResourceIT extends ScoreBase {
    @Inject MeterRegistry metrics;

    @Test
    void theAnswerTellsWhyWhereItIsAsked() {
        String why = "results[0].assessments[0].explanation.";
        given().auth()
                .oauth2(TOKEN)
                .contentType("application/json")
                .queryParam("explain", true)
                .body(Map.of("posts", List.of(post("25862", ATTACK))))
                .post("/v1/score")
                .then()
                .statusCode(200)
                .body(why + "threshold", equalTo(0.6f))
                .body(why + "models.keySet()", equalTo(java.util.Set.of("encoder", "ngrams")))
                .body(why + "categories", hasSize(10))
                .body(why + "places[0].start", equalTo(0))
                .body(why + "places[0].end", equalTo(NAME.length()))
                .body(why + "answered", equalTo(false))
                .body(why + "confidence", greaterThan(0f));
    }

    @Test
    void scoresOfAnotherClassifierComeBackBesideOurs() {
        // Given
        Map<String, Object> post = post("25871", ATTACK);
        post.put(
                "attributeScores",
                Map.of(
                        "TOXICITY",
                        Map.of(
                                "summaryScore",
                                Map.of("value", 0.31, "type", "PROBABILITY"),
                                "spanScores",
                                List.of()),
                        "ATTACK_ON_AUTHOR",
                        Map.of("summaryScore", Map.of("value", 1))));
        // When, Then
        given().auth()
                .oauth2(TOKEN)
                .contentType("application/json")
                .queryParam("explain", true)
                .body(Map.of("posts", List.of(post)))
                .post("/v1/score")
                .then()
                .statusCode(200)
                .body(
                        "results[0].assessments[0].explanation.importedScores",
                        equalTo(Map.of("TOXICITY", 0.31f, "ATTACK_ON_AUTHOR", 1.0f)));
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
    void aNameOfTwoIsReportedAndNeitherIsJudged() {
        // Given
        Topic.enrol(Samples.member("cm-pell-1", "Iphigenia Pell", "iphi_one"));
        Topic.enrol(Samples.member("cm-pell-2", "Iphigenia Rusk", "iphi_two"));
        await().atMost(ofSeconds(30))
                .until(() -> Rosters.binds(roster, "Iphigenia Pell", "cm-pell-1"));
        await().atMost(ofSeconds(30))
                .until(() -> Rosters.binds(roster, "Iphigenia Rusk", "cm-pell-2"));
        double before = counted("upstander.scoring.ambiguous.names");

        // When, then
        score(post("1", "Iphigenia is a lying, spiteful little fraud."))
                .statusCode(200)
                .body("results[0].assessments", empty())
                .body("results[0].ambiguous.size()", is(1))
                .body("results[0].ambiguous[0].text", is("Iphigenia"))
                .body("results[0].ambiguous[0].start", is(0))
                .body("results[0].ambiguous[0].end", is(9))
                .body("results[0].ambiguous[0].staffIds", contains("cm-pell-1", "cm-pell-2"));
        assertThat(counted("upstander.scoring.ambiguous.names") - before).isEqualTo(1);
        score(post("2", "Iphigenia Pell left.")).body("results[0].ambiguous", nullValue());
    }

    private double counted(String counter) {
        return metrics.get(counter).counter().count();
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

    @Test
    void fiveHundredPostsAreScored() {
        score(Collections.nCopies(500, post("1", ATTACK)).toArray(Map[]::new))
                .statusCode(200)
                .body("results", hasSize(500));
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
}
