package org.upstander.ingest;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;
import org.upstander.ingest.application.hub.LeaveHubs;
import org.upstander.ingest.application.hub.Subscription;
import org.upstander.ingest.application.hub.SubscriptionStore;
import org.upstander.ingest.application.poll.RunPolls;

/** What hubs agreed to: when it ends, with several instances, and in every format of feeds. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class WebsubLeaseIT extends WebsubBase {

    private static final int INSTANCES = 8;

    @Inject SubscriptionStore subscriptions;
    @Inject RunPolls polls;
    @Inject LeaveHubs leaving;

    @Test
    void aLeaseThatRanOutWholeIsAskedForAnewAndTheFeedIsReadMeanwhile() throws Exception {
        // Given
        feedHas();
        watch();
        asked(1, "subscribe");
        verify("subscribe", self, "hub.lease_seconds", "15").statusCode(200);
        assertThat(isActive()).isTrue();

        // When: the hub takes that it is asked again, and never agrees
        await().atMost(Duration.ofSeconds(30)).until(() -> !isActive());
        feedHas(entry(1, "Untold."));

        // Then
        assertThat(read(1).get(0).getString("text")).isEqualTo("Round Untold.");
        assertThat(isActive()).isFalse();
        int before = forms("subscribe").size();
        Map<String, String> asked = asked(before + 1, "subscribe");
        verify("subscribe", self, "hub.lease_seconds", "3600").statusCode(200);
        assertThat(isActive()).isTrue();
        awaitSeen();
        deliver(asked.get("hub.secret"), rss(entry(2, "Told."))).then().statusCode(204);
        assertThat(read(2)).anyMatch(one -> one.getString("text").equals("Round Told."));
    }

    /** Instances share nothing but the database, as do these turns. */
    @Test
    void ofSeveralInstancesOneAsksTheHub() throws Exception {
        // Given: a hub that takes its time
        server.stubFor(
                post(urlEqualTo(hub)).willReturn(ok().withStatus(202).withFixedDelay(2_000)));
        feedHas();

        // When
        watch();
        all(() -> polls.next("instance-" + Math.random()).toCompletableFuture());

        // Then
        await().during(Duration.ofSeconds(4))
                .atMost(Duration.ofSeconds(8))
                .until(() -> forms("subscribe").size() <= 1);
        assertThat(asked(1, "subscribe")).containsEntry("hub.topic", self);
        verify("subscribe", self).statusCode(200);
    }

    @Test
    void ofSeveralInstancesOneTellsAHubToStop() throws Exception {
        Instant now = Instant.now();
        now(
                subscriptions.asking(
                        Subscription.wanted(
                                "gone-" + id,
                                self,
                                server.baseUrl() + hub,
                                "https://ingest.example.org/v1/webhooks/gone",
                                "mark",
                                now)));
        await().until(
                        () -> {
                            all(() -> leaving.next().toCompletableFuture());
                            return !forms("unsubscribe").isEmpty();
                        });
        all(() -> leaving.next().toCompletableFuture());
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(6))
                .until(() -> forms("unsubscribe").size() == 1);
    }

    /** The one that is slower must not undo what the hub agreed to meanwhile. */
    @Test
    void whatWasAgreedHoldsWhileAnotherInstanceAsks() throws Exception {
        feedHas();
        watch();
        asked(1, "subscribe");
        Subscription wanted = found().orElseThrow();
        verify("subscribe", self, "hub.lease_seconds", "3600").statusCode(200);
        Instant until = found().orElseThrow().until();
        now(subscriptions.asking(wanted));
        assertThat(found().orElseThrow().until()).isEqualTo(until);
        assertThat(isActive()).isTrue();
    }

    @Test
    void aHubMayTellInAtomAndInJsonFeed() {
        // Given
        feedHas();
        watch();
        String secret = asked(1, "subscribe").get("hub.secret");
        verify("subscribe", self).statusCode(200);

        // When
        deliverAs(
                        "application/atom+xml",
                        secret,
                        """
                        <feed xmlns="http://www.w3.org/2005/Atom"><title>Blog</title><id>urn:b</id>
                         <updated>2026-03-03T06:33:26Z</updated>
                         <entry><id>%s-1</id><title>Round</title><author><name>heath</name></author>
                          <updated>2026-03-03T06:33:26Z</updated><content>In Atom.</content></entry></feed>"""
                                .formatted(id))
                .then()
                .statusCode(204);
        deliverAs(
                        "application/feed+json",
                        secret,
                        """
                        {"version":"https://jsonfeed.org/version/1.1","title":"Blog","items":[
                         {"id":"%s-2","title":"Round","authors":[{"name":"heath"}],
                          "content_text":"In JSON.","date_published":"2026-03-03T06:33:26Z"}]}"""
                                .formatted(id))
                .then()
                .statusCode(204);
        deliverAs("application/feed+json", secret, "{\"version\":").then().statusCode(400);

        // Then
        List<JsonPath> all = read(2);
        assertThat(all.stream().map(one -> one.getString("text")))
                .containsExactlyInAnyOrder("Round In Atom.", "Round In JSON.");
        assertThat(all).allMatch(one -> one.getString("author.handle").equals("heath"));
        assertThat(all).allMatch(one -> one.getString("externalId").startsWith(id));
    }

    private boolean isActive() throws Exception {
        return found().filter(known -> known.isActive(Instant.now())).isPresent();
    }

    private Optional<Subscription> found() throws Exception {
        return now(subscriptions.find(source, self));
    }

    /** At the same time. */
    private static void all(Supplier<CompletableFuture<Boolean>> turn) throws Exception {
        for (CompletableFuture<Boolean> one :
                IntStream.range(0, INSTANCES).mapToObj(at -> turn.get()).toList()) {
            now(one);
        }
    }

    private static <T> T now(CompletionStage<T> stage)
            throws ExecutionException, InterruptedException {
        Future<T> future = stage.toCompletableFuture();
        return future.get();
    }
}
