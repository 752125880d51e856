package org.upstander.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** What platforms are answered besides that their posts were taken. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class WebhookAnswersIT extends WebhooksBase {

    @Test
    void slackShakesHandsAndItsGapMakesTheSourceBlindUntilTheNextPost() {
        // Given
        String slack = "slack-" + id;
        SourceCalls.put(
                        slack,
                        """
                        {"type":"slack","displayName":"Team","platform":"slack","secrets":["%s"]}"""
                                .formatted(SECRET))
                .then()
                .statusCode(201);
        slack(slack, "{\"type\":\"url_verification\",\"challenge\":\"3eZb\"}")
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .body(equalTo("3eZb"));
        assertThat(shown(slack).getString("health.state")).isEqualTo("sees");

        // When: Slack dropped events
        slack(slack, "{\"type\":\"app_rate_limited\",\"team_id\":\"T1\"}").then().statusCode(204);

        // Then
        await().untilAsserted(
                        () -> {
                            assertThat(shown(slack).getString("health.state")).isEqualTo("blind");
                            assertThat(shown(slack).getString("health.cause"))
                                    .isEqualTo("rate-limited");
                        });
        Http.as(Http.ADMIN)
                .get("/q/metrics")
                .then()
                .body(containsString("upstander_ingest_sources{state=\"blind\"} 1.0"));

        // When
        slack(
                        slack,
                        """
                        {"type":"event_callback","event_id":"Ev1","event":{"type":"message","channel":"C1",
                         "channel_type":"channel","user":"U1","text":"Back again.","ts":"1772600000.000001"}}""")
                .then()
                .statusCode(202);

        // Then
        await().untilAsserted(
                        () -> {
                            assertThat(shown(slack).getString("health.state")).isEqualTo("sees");
                            assertThat(shown(slack).getString("health.gaps[0].until")).isNotNull();
                        });
    }

    @Test
    void coralIsAnsweredThatWeHaveNoOpinionAndMetaThatItIsWelcome() {
        String coral = "coral-" + id;
        putWebhook(coral, "coral");
        String phase =
                """
                {"action":"NEW","comment":{"body":"<p>Who let you judge?</p>"},"author":{"id":"u-8"},"story":{"id":"%s"}}"""
                        .formatted(id);
        SourceCalls.deliver(
                        coral,
                        Map.of("X-Coral-Signature", "sha256=" + SourceCalls.hmac(SECRET, phase)),
                        phase)
                .then()
                .statusCode(204);
        assertThat(TopicTail.value(topic.atLeast(1).get(0))).contains("Who let you judge?");

        String facebook = "facebook-" + id;
        putWebhook(facebook, "facebook");
        given().queryParam("hub.mode", "subscribe")
                .queryParam("hub.verify_token", facebook)
                .queryParam("hub.challenge", "1158201444")
                .get("/v1/webhooks/" + facebook)
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .body(equalTo("1158201444"));
        given().get("/v1/webhooks/" + facebook).then().statusCode(404);
        given().get("/v1/webhooks/" + source).then().statusCode(404);
    }

    @Test
    void aProbeTellsWhatWouldComeInAndStoresNothing() {
        String body = post("Only to see.");
        probe(body)
                .statusCode(200)
                .body("proof", equalTo("missing"))
                .body("outcome", equalTo("taken"))
                .body("posts[0].externalId", equalTo(id))
                .body("posts[0].author.handle", equalTo("heath"))
                .body("posts[0].text", equalTo("Only to see."));
        probe("{\"post\":{}}")
                .body("outcome", equalTo("not-readable"))
                .body("why", containsString("/post/post_type"));
        given().body(body).post("/v1/sources/" + source + ":probe").then().statusCode(401);
        SourceCalls.deliver(source, SECRET, post("For real.")).then().statusCode(202);
        assertThat(topic.atLeast(1))
                .extracting(TopicTail::value)
                .noneMatch(value -> value.contains("Only to see."));
    }

    @Test
    void aFloodOfOneSourceWaitsAndNobodyWaitsForIt() {
        // Given
        String loud = "loud-" + id;
        SourceCalls.put(
                        loud,
                        """
                        {"type":"discourse","displayName":"Loud","platform":"forum","secrets":["%s"],
                         "settings":{"postsPerMinute":1}}"""
                                .formatted(SECRET))
                .then()
                .statusCode(201)
                .body("settings.postsPerMinute", equalTo(1));
        SourceCalls.deliver(loud, SECRET, post("The first.")).then().statusCode(202);

        // When
        ValidatableResponse flood = SourceCalls.deliver(loud, SECRET, post("One too many.")).then();

        // Then
        flood.statusCode(429)
                .body("type", equalTo("urn:upstander:problem:too-many-posts"))
                .header("Retry-After", Integer::parseInt, allOf(greaterThan(0), lessThan(61)));
        SourceCalls.deliver(source, SECRET, post("Elsewhere.")).then().statusCode(202);
        assertThat(topic.atLeast(2))
                .extracting(TopicTail::value)
                .noneMatch(value -> value.contains("One too many."));
        Http.as(Http.ADMIN)
                .get("/q/metrics")
                .then()
                .body(
                        containsString(
                                "upstander_ingest_deliveries_total{outcome=\"flooded\",type=\"discourse\"} 1.0"));
    }

    private ValidatableResponse probe(String body) {
        return Http.as(Http.ADMIN)
                .header("X-Discourse-Event-Type", "post")
                .header("X-Discourse-Event", "post_created")
                .header("X-Discourse-Instance", "https://forum.example.org")
                .contentType(Http.JSON)
                .body(body)
                .post("/v1/sources/" + source + ":probe")
                .then();
    }

    private static void putWebhook(String id, String type) {
        SourceCalls.put(
                        id,
                        """
                        {"type":"%s","displayName":"Any","platform":"forum","secrets":["%s"]}"""
                                .formatted(type, SECRET))
                .then()
                .statusCode(201);
    }

    private static Response slack(String source, String body) {
        String now = Long.toString(Instant.now().getEpochSecond());
        return SourceCalls.deliver(
                source,
                Map.of(
                        "X-Slack-Request-Timestamp",
                        now,
                        "X-Slack-Signature",
                        "v0=" + SourceCalls.hmac(SECRET, "v0:" + now + ":" + body)),
                body);
    }
}
