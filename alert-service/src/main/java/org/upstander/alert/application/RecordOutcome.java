package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.TimelineEntry;
import org.upstander.alert.domain.TimelineEntry.What;

/** Keeps what came of an attempt and decides what follows, under the incident's lock. */
@ApplicationScoped
class RecordOutcome {

    private final Transactions transactions;
    private final IncidentStore incidents;
    private final DeliveryOutcomes outcomes;
    private final AfterFailure afterFailure;
    private final Timeline timeline;
    private final Measured measured;

    RecordOutcome(
            Transactions transactions,
            IncidentStore incidents,
            DeliveryOutcomes outcomes,
            AfterFailure afterFailure,
            Timeline timeline,
            Measured measured) {
        this.transactions = transactions;
        this.incidents = incidents;
        this.outcomes = outcomes;
        this.afterFailure = afterFailure;
        this.timeline = timeline;
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

        void attempt(DeliveryStore.Claim claim, DeliveryResult result, Duration took) {
            metrics.attempt(claim.job().channel(), result, took);
            if (result instanceof DeliveryResult.Delivered
                    && claim.job().kind() == DeliveryStore.Kind.PAGE) {
                metrics.reached(Duration.between(claim.incident().openedAt(), now()));
            }
            if (claim.leaseExpired()) {
                metrics.possibleDuplicate();
            }
        }
    }

    Uni<Void> record(DeliveryStore.Claim claim, DeliveryResult result, Duration took) {
        Instant now = measured.now();
        return transactions
                .run(
                        () ->
                                incidents
                                        .lock(claim.incident().id())
                                        .call(() -> outcomes.log(claim, now, took, result))
                                        .chain(
                                                incident ->
                                                        incident.map(
                                                                        one ->
                                                                                settle(
                                                                                        claim, one,
                                                                                        result,
                                                                                        now))
                                                                .orElseGet(
                                                                        () ->
                                                                                Uni.createFrom()
                                                                                        .voidItem())))
                .invoke(() -> measured.attempt(claim, result, took));
    }

    private Uni<Void> settle(
            DeliveryStore.Claim claim, Incident incident, DeliveryResult result, Instant now) {
        if (result instanceof DeliveryResult.Delivered delivered) {
            return outcomes.delivered(claim, now, delivered.receipt())
                    .chain(
                            ours ->
                                    Boolean.TRUE.equals(ours)
                                            ? reached(claim, now)
                                            : Uni.createFrom().voidItem());
        }
        if (result instanceof DeliveryResult.TryAgain again) {
            return afterFailure.tryAgain(claim, incident, again, now);
        }
        return afterFailure.refused(claim, incident, ((DeliveryResult.Refused) result).kind(), now);
    }

    private Uni<Void> reached(DeliveryStore.Claim claim, Instant now) {
        DeliveryStore.Job job = claim.job();
        boolean page = job.kind() == DeliveryStore.Kind.PAGE;
        String reason =
                page
                        ? "Step %d: %s took the message to %s"
                                .formatted(job.step(), job.channel().wireName(), job.contactId())
                        : "The neutral notice went to the attacked member of staff";
        return outcomes.cancelOthers(job)
                .chain(
                        () ->
                                timeline.add(
                                        List.of(
                                                new TimelineEntry(
                                                        job.incidentId(),
                                                        now,
                                                        page ? What.DELIVERED : What.NOTICE,
                                                        reason))));
    }
}
