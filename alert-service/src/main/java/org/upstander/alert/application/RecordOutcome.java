package org.upstander.alert.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.upstander.alert.application.DeliveryOutcomes.Attempt;
import org.upstander.alert.domain.Incident;

/**
 * Keeps what came of attempts and decides what follows, under the locks of their incidents. What
 * arrived, nearly everything on a good day, is written a table at a time; failures one by one.
 */
@ApplicationScoped
class RecordOutcome {

    private final Transactions transactions;
    private final IncidentStore incidents;
    private final DeliveryOutcomes outcomes;
    private final AfterFailure afterFailure;
    private final AfterDelivery afterDelivery;
    private final Measured measured;

    RecordOutcome(
            Transactions transactions,
            IncidentStore incidents,
            DeliveryOutcomes outcomes,
            AfterFailure afterFailure,
            AfterDelivery afterDelivery,
            Measured measured) {
        this.transactions = transactions;
        this.incidents = incidents;
        this.outcomes = outcomes;
        this.afterFailure = afterFailure;
        this.afterDelivery = afterDelivery;
        this.measured = measured;
    }

    /** Clock and metrics. */
    @ApplicationScoped
    static class Measured {

        private final Clock clock;
        private final AlertMetrics metrics;

        Measured(Clock clock, AlertMetrics metrics) {
            this.clock = clock;
            this.metrics = metrics;
        }

        Instant now() {
            return clock.instant();
        }

        void attempt(Attempt attempt) {
            DeliveryStore.Claim claim = attempt.claim();
            metrics.attempt(claim.job().channel(), attempt.result(), attempt.took());
            if (attempt.result() instanceof DeliveryResult.Delivered && claim.job().mayReach()) {
                metrics.reached(Duration.between(claim.incident().openedAt(), now()));
            }
            if (claim.leaseExpired()) {
                metrics.possibleDuplicate();
            }
        }
    }

    /** In one transaction of its own. */
    Uni<Void> record(List<Attempt> batch) {
        Instant now = measured.now();
        return transactions
                .run(
                        () ->
                                incidents
                                        .lock(incidentsOf(batch))
                                        .call(() -> outcomes.log(batch, now))
                                        .call(() -> delivered(batch, now))
                                        .call(locked -> failed(batch, locked, now))
                                        .chain(locked -> afterDelivery.ended(batch, locked, now)))
                .invoke(() -> batch.forEach(measured::attempt));
    }

    private static Set<String> incidentsOf(List<Attempt> batch) {
        return batch.stream()
                .map(attempt -> attempt.claim().incident().id())
                .collect(Collectors.toSet());
    }

    private Uni<Void> delivered(List<Attempt> batch, Instant now) {
        List<Attempt> arrived =
                batch.stream()
                        .filter(attempt -> attempt.result() instanceof DeliveryResult.Delivered)
                        .toList();
        if (arrived.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return outcomes.delivered(arrived, now)
                .map(ours -> ours.stream().map(attempt -> attempt.claim().job()).toList())
                .call(outcomes::cancelOthers)
                .chain(jobs -> afterDelivery.arrived(jobs, now));
    }

    private Uni<Void> failed(List<Attempt> batch, List<Incident> locked, Instant now) {
        Map<String, Incident> byId =
                locked.stream().collect(Collectors.toMap(Incident::id, Function.identity()));
        return Multi.createFrom()
                .iterable(batch)
                .filter(attempt -> byId.containsKey(attempt.claim().incident().id()))
                .onItem()
                .transformToUniAndConcatenate(
                        attempt -> failed(attempt, byId.get(attempt.claim().incident().id()), now))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> failed(Attempt attempt, Incident incident, Instant now) {
        if (attempt.result() instanceof DeliveryResult.TryAgain again) {
            return afterFailure.tryAgain(attempt.claim(), incident, again, now);
        }
        if (attempt.result() instanceof DeliveryResult.Refused refused) {
            return afterFailure.refused(attempt.claim(), incident, refused.kind(), now);
        }
        return Uni.createFrom().voidItem();
    }
}
