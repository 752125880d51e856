package org.upstander.ingest.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.ingest.webhook.Deliveries.FORUM;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.upstander.ingest.application.source.Quotas;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Drafts;
import org.upstander.ingest.domain.Signal;

/** What a source may bring, apart from posts. */
class MeteredSignalsTest {

    private static final int PER_MINUTE = 3;

    private final Quotas quotas = new Quotas(PER_MINUTE, () -> 0);
    private final List<Signal> log = new ArrayList<>();
    private boolean away;
    private final MeteredSignals signals =
            new MeteredSignals(
                    new AcceptSignals(
                            this::append,
                            new Uncounted(),
                            Clock.fixed(Instant.parse("2026-11-23T13:00:00Z"), ZoneOffset.UTC)),
                    quotas);

    @Test
    void aCrowdThatPassesPostsOnIsAFloodAsWell() {
        assertThat(accept(boosts(2))).isCompleted();
        assertThat(quotas.pause(FORUM)).isEmpty();
        assertThat(accept(boosts(1))).isCompleted();
        assertThat(quotas.pause(FORUM)).isPresent();
        assertThat(log).hasSize(PER_MINUTE);
    }

    @Test
    void whatModeratorsDoIsNone() {
        assertThat(accept(Collections.nCopies(100, Drafts.ban()))).isCompleted();
        assertThat(log).hasSize(100);
        assertThat(quotas.pause(FORUM)).isEmpty();
    }

    @Test
    void whatIsToComeAgainIsNotCountedYet() {
        away = true;
        assertThat(accept(boosts(PER_MINUTE))).isCompletedExceptionally();
        assertThat(quotas.pause(FORUM)).isEmpty();
    }

    private static List<Draft.OfSignal> boosts(int count) {
        return Collections.nCopies(count, Drafts.boost());
    }

    private CompletableFuture<List<Admission<Signal>>> accept(List<Draft.OfSignal> drafts) {
        return signals.accept(FORUM, drafts, null).toCompletableFuture();
    }

    private CompletionStage<Void> append(List<Signal> admitted, String traceParent) {
        if (away) {
            return CompletableFuture.failedFuture(new LogUnavailable("away"));
        }
        log.addAll(admitted);
        return CompletableFuture.completedFuture(null);
    }
}
