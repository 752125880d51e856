package org.upstander.alert.application.directory;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.application.Deadline;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.EngineSettings;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.Message;
import org.upstander.alert.application.Notifiers;
import org.upstander.alert.application.Transactions;
import org.upstander.alert.application.directory.MethodCheckStore.Claim;

/**
 * Sends codes and tests that are due, over the same channels as pages, and apart from them: no
 * number of codes holds a page up. When this instance dies meanwhile, another sends it again with
 * the same id and the same code.
 */
@Singleton
public class SendMethodChecks {

    private static final int AT_ONCE = 16;

    private final Transactions transactions;
    private final MethodCheckStore checks;
    private final MethodCheckTexts texts;
    private final Notifiers notifiers;
    private final EngineSettings settings;
    private final Clock clock;

    SendMethodChecks(
            Transactions transactions,
            MethodCheckStore checks,
            MethodCheckTexts texts,
            Notifiers notifiers,
            EngineSettings settings,
            Clock clock) {
        this.transactions = transactions;
        this.checks = checks;
        this.texts = texts;
        this.notifiers = notifiers;
        this.settings = settings;
        this.clock = clock;
    }

    /** One round: how many attempts began. It does not wait for their ends. */
    public Uni<Integer> runOnce() {
        Deadline lease = Deadline.in(settings.deliveries().lease());
        Instant now = clock.instant();
        return transactions
                .run(() -> checks.claim(now, now.plus(settings.deliveries().lease()), AT_ONCE))
                .invoke(claims -> claims.forEach(claim -> begin(claim, lease)))
                .map(List::size);
    }

    private void begin(Claim claim, Deadline lease) {
        send(claim, lease)
                .onFailure()
                .recoverWithItem(
                        () -> new DeliveryResult.TryAgain(FailureKind.OTHER, Optional.empty()))
                .chain(result -> transactions.run(() -> record(claim, result)))
                .subscribe()
                // What could not be recorded is sent again when its lease is over.
                .with(done -> {}, failure -> {});
    }

    private Uni<DeliveryResult> send(Claim claim, Deadline lease) {
        return Uni.createFrom()
                .deferred(
                        () ->
                                notifiers.served().contains(claim.channel())
                                        ? texts.of(claim)
                                                .chain(message -> send(claim, message, lease))
                                        : Uni.createFrom()
                                                .item(
                                                        new DeliveryResult.Refused(
                                                                FailureKind.OTHER)));
    }

    private Uni<DeliveryResult> send(Claim claim, Message message, Deadline lease) {
        return notifiers
                .of(claim.channel())
                .send(new Delivery(claim.id(), claim.attempt(), claim.address(), message, lease));
    }

    private Uni<Void> record(Claim claim, DeliveryResult result) {
        if (result instanceof DeliveryResult.TryAgain again) {
            return checks.failed(
                    claim,
                    again.kind(),
                    settings.deliveries()
                            .backoff()
                            .afterAttempt(claim.id(), claim.attempt(), again.after())
                            .map(clock.instant()::plus));
        }
        return result instanceof DeliveryResult.Refused refused
                ? checks.failed(claim, refused.kind(), Optional.empty())
                : checks.sent(claim);
    }
}
