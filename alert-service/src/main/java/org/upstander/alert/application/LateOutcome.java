package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.domain.Incident;

/**
 * What a carrier says of a message after it took it. A message that is lost there is as good as
 * refused: the contact's next method is tried at once.
 */
@ApplicationScoped
public class LateOutcome {

    private final Transactions transactions;
    private final IncidentStore incidents;
    private final DeliveryCallbacks callbacks;
    private final DeliveryOutcomes outcomes;
    private final AfterFailure afterFailure;
    private final Clock clock;

    LateOutcome(
            Transactions transactions,
            IncidentStore incidents,
            DeliveryCallbacks callbacks,
            DeliveryOutcomes outcomes,
            AfterFailure afterFailure,
            Clock clock) {
        this.transactions = transactions;
        this.incidents = incidents;
        this.callbacks = callbacks;
        this.outcomes = outcomes;
        this.afterFailure = afterFailure;
        this.clock = clock;
    }

    /** It reached the phone. Of a delivery nobody knows nothing is kept. */
    public Uni<Void> arrived(String deliveryId, int attempt, String receipt) {
        return transactions.run(() -> callbacks.confirm(deliveryId, attempt, receipt));
    }

    /** It never will. Again, or of an earlier attempt, nothing happens. */
    public Uni<Void> lost(String deliveryId, int attempt) {
        Instant now = clock.instant();
        return transactions.run(
                () ->
                        callbacks
                                .find(deliveryId)
                                .chain(
                                        job ->
                                                job.map(found -> lost(found, attempt, now))
                                                        .orElseGet(
                                                                () ->
                                                                        Uni.createFrom()
                                                                                .voidItem())));
    }

    private Uni<Void> lost(DeliveryStore.Job job, int attempt, Instant now) {
        return incidents
                .lock(job.incidentId())
                .chain(
                        incident ->
                                callbacks
                                        .takeBack(job.id(), attempt)
                                        .chain(
                                                ours ->
                                                        Boolean.TRUE.equals(ours)
                                                                ? refused(
                                                                        job, attempt, incident, now)
                                                                : Uni.createFrom().voidItem()));
    }

    private Uni<Void> refused(
            DeliveryStore.Job job, int attempt, Optional<Incident> incident, Instant now) {
        DeliveryStore.Claim claim =
                new DeliveryStore.Claim(
                        job,
                        attempt,
                        incident.orElseThrow(),
                        false,
                        false,
                        DeliveryStore.Kept.NOTHING);
        FailureKind kind = FailureKind.UNREACHABLE;
        DeliveryOutcomes.Attempt lost =
                new DeliveryOutcomes.Attempt(
                        claim, new DeliveryResult.Refused(kind), Duration.ZERO);
        return outcomes.log(List.of(lost), now)
                .chain(() -> afterFailure.refused(claim, claim.incident(), kind, now));
    }
}
