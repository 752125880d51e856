package org.upstander.ingest;

import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** Feeds whose hub tells what is new: from the first asking to the posts, and to the end. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class WebsubIT extends WebsubBase {

    @Test
    void whatTheHubTellsIsOnKafkaAndIsTheSameAsWhatTheFeedSays() {
        // Given
        feedHas(entry(1, "First."));
        watch();
        Map<String, String> asked = asked(1, "subscribe");
        JsonPath read = read(1).get(0);

        // When
        verify("subscribe", self, "hub.lease_seconds", "3600")
                .statusCode(200)
                .contentType("text/plain")
                .body(equalTo("challenge-" + id));
        String feed = rss(entry(2, "Second."), entry(1, "First."));
        deliver(asked.get("hub.secret"), feed).then().statusCode(204);

        // Then
        List<JsonPath> all = read(3);
        assertThat(all.get(1).getString("postId")).isEqualTo(read.getString("postId"));
        assertThat(all.get(1).getString("revision")).isEqualTo(read.getString("revision"));
        assertThat(all.get(2).getString("text")).isEqualTo("Round Second.");
        assertThat(asked)
                .containsEntry("hub.topic", self)
                .containsEntry("hub.lease_seconds", "864000")
                .containsEntry("hub.callback", "https://ingest.example.org/v1/webhooks/" + source);
        assertThat(asked.get("hub.secret")).hasSizeBetween(32, 199);
        await().untilAsserted(() -> assertThat(shown().getLong("health.items")).isEqualTo(3));
        assertThat(shown().getString("health.state")).isEqualTo("sees");

        // When: it comes again, once it is remembered
        double again = delivered("again");
        await().untilAsserted(
                        () -> {
                            deliver(asked.get("hub.secret"), feed).then().statusCode(204);
                            assertThat(delivered("again")).isGreaterThan(again);
                        });
    }

    @Test
    void whatCameBeforeTheHubAgreedIsReadAfterwards() {
        feedHas();
        watch();
        asked(1, "subscribe");
        feedHas(entry(1, "Between."));
        verify("subscribe", self).statusCode(200);
        assertThat(read(1).get(0).getString("text")).isEqualTo("Round Between.");
    }

    @Test
    void whatWeDidNotAskForIsNotConfirmed() {
        feedHas();
        verify("subscribe", self).statusCode(404);
        watch();
        asked(1, "subscribe");
        verify("subscribe", self + "/other").statusCode(404);
        verify("unsubscribe", self).statusCode(404);
        verify("else", self).statusCode(404);
        verify("subscribe", self).statusCode(200);
        verify("unsubscribe", self).statusCode(404);
    }

    @Test
    void whatIsNotProvenIsIgnoredAndCounted() {
        // Given
        feedHas();
        watch(",\"secrets\":[\"the next secret\",\"the last secret\"]");
        assertThat(asked(1, "subscribe")).containsEntry("hub.secret", "the next secret");
        verify("subscribe", self).statusCode(200);
        String forged = rss(entry(9, "Forged."));

        // When
        deliver("a secret of others", forged).then().statusCode(204);
        deliver(Map.of(), forged).then().statusCode(204);
        deliver("the last secret", rss(entry(1, "Of before."))).then().statusCode(204);
        deliver("the next secret", rss(entry(2, "Of now."))).then().statusCode(204);

        // Then
        await().untilAsserted(
                        () -> {
                            assertThat(shown().getLong("health.deliveriesNotProven")).isEqualTo(2);
                            assertThat(shown().getLong("health.items")).isEqualTo(2);
                        });
        assertThat(posts(2)).hasSize(2).noneMatch(post -> post.contains("Forged."));
    }

    @Test
    void whoIsDeniedIsBlindUntilTheHubAgrees() {
        // Given
        feedHas();
        watch();
        asked(1, "subscribe");
        verify("subscribe", self).statusCode(200);

        // When
        verify("denied", self, "hub.reason", "Not any more.").statusCode(200);

        // Then
        awaitBlind("refused");

        // When
        feedHas(entry(1, "Meanwhile."));
        int before = forms("subscribe").size();
        watch();
        asked(before + 1, "subscribe");
        verify("subscribe", self).statusCode(200);

        // Then
        awaitSeen();
        assertThat(read(1).get(0).getString("text")).isEqualTo("Round Meanwhile.");
    }

    @Test
    void aLeaseIsRenewedBeforeItEndsAndWhatCameMeanwhileIsRead() {
        feedHas();
        watch();
        asked(1, "subscribe");
        verify("subscribe", self, "hub.lease_seconds", "15").statusCode(200);
        feedHas(entry(1, "Untold."));
        asked(2, "subscribe");
        verify("subscribe", self, "hub.lease_seconds", "3600").statusCode(200);
        assertThat(read(1).get(0).getString("text")).isEqualTo("Round Untold.");
        assertThat(shown().getString("health.state")).isEqualTo("sees");
    }

    @Test
    void aSourceThatIsPausedOrGoneIsToldToItsHub() {
        // Given
        feedHas();
        watch();
        asked(1, "subscribe");
        verify("subscribe", self).statusCode(200);

        // When
        Http.as(Http.ADMIN).post("/v1/sources/" + source + ":pause").then().statusCode(200);

        // Then
        assertThat(asked(1, "unsubscribe")).containsEntry("hub.topic", self);
        verify("subscribe", self).statusCode(404);
        verify("unsubscribe", self).statusCode(200).body(equalTo("challenge-" + id));
        verify("unsubscribe", self).statusCode(404);

        // When
        Http.as(Http.ADMIN).post("/v1/sources/" + source + ":resume").then().statusCode(200);
        asked(2, "subscribe");
        verify("subscribe", self).statusCode(200);
        Http.as(Http.ADMIN).delete("/v1/sources/" + source).then().statusCode(204);

        // Then
        asked(2, "unsubscribe");
        verify("unsubscribe", self).statusCode(200);
    }

    @Test
    void aSourceThatIsElsewhereNowLeavesItsOldTopic() {
        feedHas();
        watch();
        asked(1, "subscribe");
        String before = self;
        path = "/other" + path;
        self = server.baseUrl() + path;
        feedHas();
        watch();
        assertThat(asked(2, "subscribe")).containsEntry("hub.topic", self);
        assertThat(asked(1, "unsubscribe")).containsEntry("hub.topic", before);
        verify("subscribe", self).statusCode(200);
        verify("unsubscribe", before).statusCode(200);
    }

    @Test
    void itHasACallbackAndSecretsThatHubsTake() {
        String body =
                """
                {"type":"websub","displayName":"Blog","platform":"blog","url":"https://blog.example.org/feed"%s}""";
        SourceCalls.put(source, body.formatted(""))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/settings/callback"));
        SourceCalls.put(
                        source,
                        body.formatted(
                                ",\"settings\":{\"callback\":\"http://ingest.example.org/\"},\"secrets\":[\"%s\"]"
                                        .formatted("\u00e4".repeat(100))))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/settings/callback", "/secrets/0"));
        SourceCalls.put(
                        source,
                        """
                        {"type":"rss","displayName":"Blog","platform":"blog","url":"https://blog.example.org/feed",
                         "settings":{"callback":"https://ingest.example.org/"}}""")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/settings/callback"));
    }

    @Test
    void aHubIsAskedAgainAfterItFailed() {
        // Given
        double before = polled("error");
        hubAnswers(status(500));
        feedHas(entry(1, "First."));

        // When
        watch();
        asked(1, "subscribe");

        // Then: what the feed says is not held up
        assertThat(read(1).get(0).getString("text")).isEqualTo("Round First.");
        await().untilAsserted(() -> assertThat(polled("error")).isGreaterThan(before));
        verify("subscribe", self + "/other").statusCode(404);

        // When
        hubAnswers(status(202));
        asked(2, "subscribe");

        // Then
        verify("subscribe", self).statusCode(200);
        assertThat(shown().getString("health.state")).isEqualTo("sees");
    }
}
