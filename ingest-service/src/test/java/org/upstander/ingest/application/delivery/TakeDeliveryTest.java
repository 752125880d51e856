package org.upstander.ingest.application.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.upstander.ingest.application.AcceptPosts;
import org.upstander.ingest.application.AcceptSignals;
import org.upstander.ingest.application.IngestMetrics;
import org.upstander.ingest.application.LogUnavailable;
import org.upstander.ingest.application.MeteredPosts;
import org.upstander.ingest.application.MeteredSignals;
import org.upstander.ingest.application.SeenPosts;
import org.upstander.ingest.application.source.KnownSources;
import org.upstander.ingest.application.source.KnownSourcesOf;
import org.upstander.ingest.application.source.Quotas;
import org.upstander.ingest.application.source.StoreUnavailable;
import org.upstander.ingest.domain.Post;
import org.upstander.ingest.domain.Reading;
import org.upstander.ingest.domain.RejectReason;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.domain.SourceSettings;
import org.upstander.ingest.webhook.Deliveries;
import org.upstander.ingest.webhook.json.JsonWebhook;

/** The order in which a delivery is stored and remembered, and what is done without. */
class TakeDeliveryTest implements SeenDeliveries, DeliveryWatch, IngestMetrics {

    private static final Clock CLOCK = Clock.fixed(Deliveries.NOW, ZoneOffset.UTC);
    private static final Map<String, String> TOKEN = Map.of("X-Token", "the secret");
    private static final String POST = "{\"id\":\"1\",\"t\":\"Well judged.\",\"by\":\"heath\"}";

    private static final int PER_MINUTE = 3;

    private final Quotas quotas = new Quotas(PER_MINUTE, () -> 0);
    private final List<Post> log = new ArrayList<>();
    private final Set<DeliveryKey> remembered = new HashSet<>();
    private final List<String> outcomes = new ArrayList<>();
    private CompletionStage<Boolean> memory;
    private boolean kafkaAway;

    @Test
    void itIsRememberedWhenItIsStoredAndThenNotStoredAgain() throws Exception {
        take(TOKEN, POST);
        assertThat(log).hasSize(1);
        assertThat(remembered).hasSize(1);
        take(TOKEN, POST);
        assertThat(log).hasSize(1);
        assertThat(outcomes).containsExactly("taken", "again");
    }

    @Test
    void whatKafkaDidNotTakeIsNotRemembered() throws Exception {
        kafkaAway = true;
        assertThatThrownBy(() -> take(TOKEN, POST)).hasCauseInstanceOf(LogUnavailable.class);
        assertThat(remembered).isEmpty();
        kafkaAway = false;
        take(TOKEN, POST);
        assertThat(log).hasSize(1);
    }

    @Test
    void aMemoryThatFailsOrNeverAnswersIsDoneWithout() throws Exception {
        memory = CompletableFuture.failedFuture(new StoreUnavailable("away"));
        take(TOKEN, POST);
        memory = new CompletableFuture<>();
        take(TOKEN, POST);
        assertThat(log).hasSize(2);
        assertThat(log.get(0).id()).isEqualTo(log.get(1).id());
        assertThat(log.get(0).revision()).isEqualTo(log.get(1).revision());
    }

    @Test
    void whatIsNotProvenIsNotEvenParsed() throws Exception {
        take(Map.of("X-Token", "another"), "{");
        take(Map.of(), "{");
        take(TOKEN, "{");
        assertThat(outcomes).containsExactly("not-proven", "not-proven", "not-readable");
        assertThat(log).isEmpty();
    }

    @Test
    void aSourceWhoseSecretsNoKeyOpensProvesNothing() throws Exception {
        Source sealed = source(List.of(), false);
        assertThat(deliver(KnownSourcesOf.these(sealed), TOKEN, POST))
                .isEqualTo(new Outcome.NotProven(Proof.WRONG));
    }

    @Test
    void aPausedSourceIsProvenFirst() throws Exception {
        Source paused = source(List.of("the secret"), true);
        assertThat(deliver(KnownSourcesOf.these(paused), TOKEN, POST))
                .isInstanceOf(Outcome.Paused.class);
        assertThat(deliver(KnownSourcesOf.these(paused), Map.of(), POST))
                .isInstanceOf(Outcome.NotProven.class);
    }

    @Test
    void beforeSourcesWereReadNobodyIsTurnedAwayForGood() {
        assertThatThrownBy(() -> deliver(KnownSourcesOf.nothingYet(), TOKEN, POST))
                .isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void whoBroughtTooManyComesAgainLater() throws Exception {
        // Given
        for (int i = 0; i < PER_MINUTE; i++) {
            assertThat(take(TOKEN, POST.replace("\"1\"", "\"f" + i + "\"")).kind())
                    .isEqualTo("taken");
        }
        int before = log.size();
        // When
        Outcome flood = take(TOKEN, POST.replace("\"1\"", "\"one too many\""));
        // Then
        assertThat(flood).isInstanceOf(Outcome.Flooded.class);
        assertThat(log).hasSize(before);
        assertThat(((Outcome.Flooded) flood).pause())
                .isBetween(Duration.ofSeconds(19), Duration.ofSeconds(20));
    }

    private Outcome take(Map<String, String> headers, String body) throws Exception {
        return deliver(KnownSourcesOf.these(source(List.of("the secret"), false)), headers, body);
    }

    private Outcome deliver(KnownSources sources, Map<String, String> headers, String body)
            throws InterruptedException, ExecutionException, TimeoutException {
        AcceptPosts posts =
                new AcceptPosts(
                        this::append,
                        html -> new Reading(html, List.of()),
                        new SeenPosts(100),
                        this,
                        CLOCK);
        AcceptSignals signals = new AcceptSignals((all, trace) -> done(), this, CLOCK);
        return new TakeDelivery(
                        sources,
                        new Formats(List.of(new JsonWebhook())),
                        this,
                        new StoreItems(
                                new MeteredPosts(posts, quotas),
                                new MeteredSignals(signals, quotas)),
                        this)
                .take("main", Deliveries.of(body, headers), null)
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    private static Source source(List<String> secrets, boolean paused) {
        return new Source(
                "main",
                "json",
                "Board",
                "board",
                null,
                secrets,
                null,
                null,
                new SourceSettings.Builder()
                        .mapping(Map.of("externalId", "/id", "text", "/t", "author.handle", "/by"))
                        .tokenHeader("X-Token")
                        .build(),
                paused);
    }

    private CompletionStage<Void> append(List<Post> posts, String trace) {
        if (kafkaAway) {
            return CompletableFuture.failedFuture(new LogUnavailable("away"));
        }
        log.addAll(posts);
        return done();
    }

    private static CompletionStage<Void> done() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Boolean> contains(String sourceId, DeliveryKey key) {
        return memory == null
                ? CompletableFuture.completedFuture(remembered.contains(key))
                : memory;
    }

    @Override
    public CompletionStage<Void> remember(String sourceId, DeliveryKey key, Instant at) {
        remembered.add(key);
        return done();
    }

    @Override
    public CompletionStage<Void> forget(Instant before) {
        return done();
    }

    @Override
    public void saw(Source source, Outcome outcome, Instant at) {
        outcomes.add(outcome.kind());
    }

    @Override
    public void received(Kind kind, int items) {}

    @Override
    public void accepted(Kind kind, int items) {}

    @Override
    public void rejected(Kind kind, RejectReason reason) {}

    @Override
    public void unavailable(Kind kind, int items) {}

    @Override
    public void truncated(int items) {}
}
