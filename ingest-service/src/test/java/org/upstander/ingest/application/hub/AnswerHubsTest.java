package org.upstander.ingest.application.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.ingest.application.delivery.Outcome;
import org.upstander.ingest.application.delivery.Said;
import org.upstander.ingest.application.source.KnownSourcesOf;
import org.upstander.ingest.webhook.Deliveries;

/** What hubs are answered: only what we asked for, and for no longer. */
class AnswerHubsTest implements SubscriptionStore {

    private static final Instant NOW = Deliveries.NOW;
    private static final String TOPIC = "https://blog.example.org/feed";
    private static final Subscription PENDING =
            Subscription.wanted(
                    Deliveries.FORUM.id(),
                    TOPIC,
                    "https://hub.example.net/",
                    "https://ingest.example.org/v1/webhooks/main?key=a%20b",
                    "m",
                    NOW.minusSeconds(5));

    private final List<Outcome> seen = new ArrayList<>();
    private Subscription known = PENDING;
    private Instant renewed;
    private Instant ends;
    private Instant deniedNow;
    private boolean forgotten;

    @Test
    void whatIsPendingIsAgreedToOnce() throws Exception {
        assertThat(ask("subscribe", Map.of("hub.lease_seconds", "300"))).hasValue("c-1");
        assertThat(renewed).isEqualTo(NOW.plusSeconds(200));
        assertThat(ends).isEqualTo(NOW.plusSeconds(300));

        // When: the hub, or somebody else, says so once more
        known = agreed(NOW.plusSeconds(200), NOW.plusSeconds(300), null, false);
        ends = null;

        // Then
        assertThat(ask("subscribe", Map.of("hub.lease_seconds", "900"))).hasValue("c-1");
        assertThat(ends).isNull();
    }

    @ParameterizedTest
    @CsvSource({"864001", "999999999", "0", "-1", "soon", "9999999999"})
    void noLeaseIsLongerThanWeAskedFor(String seconds) throws Exception {
        assertThat(ask("subscribe", Map.of("hub.lease_seconds", seconds))).isPresent();
        assertThat(ends).isEqualTo(NOW.plus(Duration.ofDays(10)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://blog.example.org/feed/", "https://evil.example.com/", "\0", ""})
    void anotherTopicIsNotOurs(String topic) throws Exception {
        assertThat(ask("subscribe", Map.of("hub.topic", topic))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<script>", "two words", "\u00e4"})
    void aChallengeIsNoMarkup(String challenge) throws Exception {
        assertThat(ask("subscribe", Map.of("hub.challenge", challenge))).isEmpty();
        assertThat(ends).isNull();
    }

    @Test
    void whoDoesNotKnowTheCallbackIsNotTheHub() throws Exception {
        assertThat(ask("subscribe", Map.of("key", "a"))).isEmpty();
        assertThat(ask("denied", Map.of("key", "a"))).isEmpty();
        assertThat(seen).isEmpty();
    }

    @Test
    void whatEndedOrWasNeverAskedForIsNotAgreedTo() throws Exception {
        known = agreed(NOW.minusSeconds(60), NOW.minusSeconds(30), null, false);
        assertThat(ask("subscribe", Map.of())).isEmpty();
        known = null;
        assertThat(ask("subscribe", Map.of())).isEmpty();
        assertThat(ask("unsubscribe", Map.of())).isEmpty();
        assertThat(ask("denied", Map.of())).isEmpty();
    }

    @Test
    void toStopIsConfirmedOnlyWhereWeAskedForIt() throws Exception {
        assertThat(ask("unsubscribe", Map.of())).isEmpty();
        assertThat(forgotten).isFalse();
        known = agreed(NOW.plusSeconds(200), NOW.plusSeconds(300), null, true);
        assertThat(ask("subscribe", Map.of())).isEmpty();
        assertThat(ask("denied", Map.of())).isEmpty();
        assertThat(ask("unsubscribe", Map.of())).hasValue("c-1");
        assertThat(forgotten).isTrue();
    }

    @Test
    void whoIsDeniedIsBlindUntilAskedForAnewAndAgreedTo() throws Exception {
        // When
        assertThat(ask("denied", Map.of("hub.reason", "no"))).hasValue("");

        // Then
        assertThat(deniedNow).isEqualTo(NOW);
        assertThat(seen).containsExactly(new Outcome.Heard(new Said.Gap(Said.Cause.REFUSED)));
        known = agreed(NOW.plusSeconds(200), NOW.plusSeconds(300), NOW, false);
        assertThat(ask("subscribe", Map.of())).isEmpty();
        known =
                new Subscription(
                        PENDING.sourceId(),
                        TOPIC,
                        PENDING.hub(),
                        PENDING.callback(),
                        "m",
                        NOW,
                        NOW,
                        null,
                        NOW.minusSeconds(9),
                        false);
        assertThat(ask("subscribe", Map.of())).hasValue("c-1");
    }

    private static Subscription agreed(
            Instant renewAt, Instant until, Instant deniedAt, boolean leaving) {
        return new Subscription(
                PENDING.sourceId(),
                TOPIC,
                PENDING.hub(),
                PENDING.callback(),
                "m",
                NOW.minusSeconds(90),
                renewAt,
                until,
                deniedAt,
                leaving);
    }

    private Optional<String> ask(String mode, Map<String, String> other) throws Exception {
        Map<String, String> query = new HashMap<>();
        query.put("hub.mode", mode);
        query.put("hub.topic", TOPIC);
        query.put("hub.challenge", "c-1");
        query.put("key", "a b");
        query.putAll(other);
        return new AnswerHubs(
                        KnownSourcesOf.these(Deliveries.FORUM),
                        this,
                        (source, outcome, at) -> seen.add(outcome),
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .answer(PENDING.sourceId(), query)
                .toCompletableFuture()
                .get();
    }

    @Override
    public CompletionStage<Optional<Subscription>> find(String sourceId, String topic) {
        return CompletableFuture.completedFuture(
                Optional.ofNullable(known).filter(one -> one.topic().equals(topic)));
    }

    @Override
    public CompletionStage<Void> agreed(
            Subscription subscription, Instant now, Instant renewAt, Instant until) {
        renewed = renewAt;
        ends = until;
        return done();
    }

    @Override
    public CompletionStage<Void> denied(Subscription subscription, Instant now, Instant again) {
        deniedNow = now;
        return done();
    }

    @Override
    public CompletionStage<Void> forget(Subscription subscription) {
        forgotten = true;
        return done();
    }

    @Override
    public CompletionStage<Void> asking(Subscription wanted) {
        return done();
    }

    @Override
    public CompletionStage<Optional<Subscription>> claimUnwanted(Instant now, Instant until) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public CompletionStage<Void> told(Subscription unwanted) {
        return done();
    }

    private static CompletionStage<Void> done() {
        return CompletableFuture.completedFuture(null);
    }
}
