package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.application.DeliveryOutcomes.Attempt;

/**
 * Sends what is due: claims it, sends it outside of any transaction, and keeps what came of it. The
 * claim is a lease: when this instance dies meanwhile, another repeats the attempt with the same
 * id.
 */
@ApplicationScoped
public class Deliver {

    private static final int OUTCOMES_AT_ONCE = 64;
    private static final Duration RECORD_AGAIN = Duration.ofMillis(200);
    private static final Duration RECORD_AGAIN_MOST = Duration.ofSeconds(5);

    private final ClaimDeliveries claimDeliveries;
    private final RecordOutcome recordOutcome;
    private final Gathering<Attempt> outcomes;
    private final Notifiers notifiers;
    private final InHand inHand;
    private final Wakeups wakeups;
    private final Clock clock;

    Deliver(
            ClaimDeliveries claimDeliveries,
            RecordOutcome recordOutcome,
            Notifiers notifiers,
            InHand inHand,
            Wakeups wakeups,
            Clock clock) {
        this.claimDeliveries = claimDeliveries;
        this.recordOutcome = recordOutcome;
        this.outcomes = new Gathering<>(OUTCOMES_AT_ONCE, recordOutcome::record);
        this.notifiers = notifiers;
        this.inHand = inHand;
        this.wakeups = wakeups;
        this.clock = clock;
    }

    /**
     * One round: how many attempts began, and how many have to wait. It does not wait for their
     * ends, so that one that hangs holds nobody else up.
     */
    public Uni<Integer> runOnce() {
        return claimDeliveries
                .claim()
                .invoke(this::begin)
                .call(claimDeliveries::putBack)
                .map(ClaimDeliveries.Round::size);
    }

    /** Whoever stood still between claim and sending holds what others have taken since. */
    private void begin(ClaimDeliveries.Round round) {
        round.ready().stream()
                .filter(ready -> clock.instant().isBefore(round.leaseUntil()))
                .forEach(this::begin);
    }

    private void begin(ClaimDeliveries.Ready ready) {
        ready.claims().forEach(claim -> inHand.take(claim.job()));
        Instant start = clock.instant();
        attempt(ready)
                .chain(result -> record(ready, result, Duration.between(start, clock.instant())))
                .onTermination()
                .invoke(
                        () -> {
                            ready.claims().forEach(claim -> inHand.release(claim.job()));
                            wakeups.wake(Wakeups.Work.DELIVERIES);
                        })
                .subscribe()
                .with(done -> {}, failure -> {});
    }

    private Uni<DeliveryResult> attempt(ClaimDeliveries.Ready ready) {
        return Uni.createFrom()
                .deferred(
                        () ->
                                notifiers
                                        .of(ready.claims().get(0).job().channel())
                                        .send(ready.delivery()))
                .onFailure()
                .recoverWithItem(
                        () -> new DeliveryResult.TryAgain(FailureKind.OTHER, Optional.empty()));
    }

    /** What was said of one message holds for all that it was about. */
    private Uni<Void> record(ClaimDeliveries.Ready ready, DeliveryResult result, Duration took) {
        return Uni.join()
                .all(
                        ready.claims().stream()
                                .map(claim -> record(new Attempt(claim, result, took)))
                                .toList())
                .andFailFast()
                .replaceWithVoid();
    }

    /**
     * What the other side said is not forgotten because the database is away for a while. What
     * failed in a batch is tried again on its own, so that nothing holds up the rest.
     */
    private Uni<Void> record(Attempt attempt) {
        return outcomes.add(attempt)
                .onFailure()
                .recoverWithUni(
                        () ->
                                Uni.createFrom()
                                        .deferred(() -> recordOutcome.record(List.of(attempt)))
                                        .onFailure()
                                        .retry()
                                        .withBackOff(RECORD_AGAIN, RECORD_AGAIN_MOST)
                                        .indefinitely());
    }
}
