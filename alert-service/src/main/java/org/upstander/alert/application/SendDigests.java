package org.upstander.alert.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.application.DigestStore.Claim;
import org.upstander.alert.domain.Channel;

/**
 * Sends digests that are due. The claim is a lease: when this instance dies meanwhile, another
 * sends it again with the same id. One that does not arrive comes again, at last once an interval,
 * for a week.
 */
@ApplicationScoped
public class SendDigests {

    private static final int AT_ONCE = 16;
    private static final Duration GIVEN_UP = Duration.ofDays(7);

    private final Transactions transactions;
    private final DigestStore digests;
    private final ComposeDigest composeDigest;
    private final Notifiers notifiers;
    private final Rhythm rhythm;
    private final Clock clock;

    SendDigests(
            Transactions transactions,
            DigestStore digests,
            ComposeDigest composeDigest,
            Notifiers notifiers,
            Rhythm rhythm,
            Clock clock) {
        this.transactions = transactions;
        this.digests = digests;
        this.composeDigest = composeDigest;
        this.notifiers = notifiers;
        this.rhythm = rhythm;
        this.clock = clock;
    }

    /** How long an attempt may take, and when the next one begins. */
    @ApplicationScoped
    static class Rhythm {

        private final EngineSettings engine;
        private final DigestSettings settings;

        Rhythm(EngineSettings engine, DigestSettings settings) {
            this.engine = engine;
            this.settings = settings;
        }

        Duration lease() {
            return engine.deliveries().lease();
        }

        Duration pause(Claim claim, Optional<Duration> asked) {
            return engine.deliveries()
                    .backoff()
                    .afterAttempt(claim.id(), claim.attempt(), asked)
                    .orElse(settings.interval());
        }
    }

    private record Ready(Claim claim, Optional<Message.Digest> message) {}

    /** One round: how many attempts began. It does not wait for their ends. */
    public Uni<Integer> runOnce() {
        Deadline lease = Deadline.in(rhythm.lease());
        Instant now = clock.instant();
        return transactions
                .run(() -> take(now))
                .invoke(ready -> ready.forEach(one -> begin(one, lease)))
                .map(List::size);
    }

    private Uni<List<Ready>> take(Instant now) {
        return digests.claim(now, now.plus(rhythm.lease()), AT_ONCE)
                .chain(
                        claims ->
                                Multi.createFrom()
                                        .iterable(claims)
                                        .onItem()
                                        .transformToUniAndConcatenate(
                                                claim ->
                                                        composeDigest
                                                                .of(claim, now)
                                                                .map(
                                                                        message ->
                                                                                new Ready(
                                                                                        claim,
                                                                                        message)))
                                        .collect()
                                        .asList());
    }

    private void begin(Ready ready, Deadline lease) {
        send(ready, lease)
                .onFailure()
                .invoke(failure -> FailureLog.note("sending a digest", failure))
                .onFailure()
                .recoverWithItem(
                        () -> new DeliveryResult.TryAgain(FailureKind.OTHER, Optional.empty()))
                .chain(result -> transactions.run(() -> record(ready.claim(), result)))
                .subscribe()
                // What could not be recorded is sent again when its lease is over.
                .with(done -> {}, failure -> FailureLog.note("recording a digest", failure));
    }

    private Uni<DeliveryResult> send(Ready ready, Deadline lease) {
        if (ready.message().isEmpty()) {
            return Uni.createFrom().item(new DeliveryResult.Delivered(""));
        }
        Claim claim = ready.claim();
        return Uni.createFrom()
                .deferred(
                        () ->
                                notifiers
                                        .of(Channel.DIGEST)
                                        .send(
                                                new Delivery(
                                                        claim.id(),
                                                        claim.attempt(),
                                                        claim.address(),
                                                        ready.message().get(),
                                                        lease)));
    }

    private Uni<Void> record(Claim claim, DeliveryResult result) {
        if (result instanceof DeliveryResult.TryAgain again) {
            return again(claim, again.kind(), again.after());
        }
        return result instanceof DeliveryResult.Refused refused
                ? again(claim, refused.kind(), Optional.empty())
                : digests.done(claim);
    }

    private Uni<Void> again(Claim claim, FailureKind kind, Optional<Duration> asked) {
        Instant now = clock.instant();
        return claim.openedAt().plus(GIVEN_UP).isBefore(now)
                ? digests.done(claim)
                : digests.failed(claim, kind, now.plus(rhythm.pause(claim, asked)));
    }
}
