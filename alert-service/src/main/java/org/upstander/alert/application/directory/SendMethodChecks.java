package org.upstander.alert.application.directory;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.EngineSettings;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.Message;
import org.upstander.alert.application.Notifiers;
import org.upstander.alert.application.Transactions;
import org.upstander.alert.application.directory.MethodCheckStore.Claim;
import org.upstander.alert.domain.MethodCheck;

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
    private final MethodCodes codes;
    private final Notifiers notifiers;
    private final EngineSettings settings;
    private final Clock clock;

    SendMethodChecks(
            Transactions transactions,
            MethodCheckStore checks,
            MethodCodes codes,
            Notifiers notifiers,
            EngineSettings settings,
            Clock clock) {
        this.transactions = transactions;
        this.checks = checks;
        this.codes = codes;
        this.notifiers = notifiers;
        this.settings = settings;
        this.clock = clock;
    }

    /** One round: how many attempts began. It does not wait for their ends. */
    public Uni<Integer> runOnce() {
        Instant now = clock.instant();
        return transactions
                .run(() -> checks.claim(now, now.plus(settings.deliveries().lease()), AT_ONCE))
                .invoke(claims -> claims.forEach(this::begin))
                .map(List::size);
    }

    private void begin(Claim claim) {
        send(claim)
                .onFailure()
                .recoverWithItem(
                        () -> new DeliveryResult.TryAgain(FailureKind.OTHER, Optional.empty()))
                .chain(result -> transactions.run(() -> record(claim, result)))
                .subscribe()
                // What could not be recorded is sent again when its lease is over.
                .with(done -> {}, failure -> {});
    }

    private Uni<DeliveryResult> send(Claim claim) {
        return Uni.createFrom()
                .deferred(
                        () ->
                                notifiers.served().contains(claim.channel())
                                        ? notifiers.of(claim.channel()).send(delivery(claim))
                                        : Uni.createFrom()
                                                .item(
                                                        new DeliveryResult.Refused(
                                                                FailureKind.OTHER)));
    }

    private Delivery delivery(Claim claim) {
        return new Delivery(claim.id(), claim.attempt(), claim.address(), message(claim));
    }

    private Message message(Claim claim) {
        if (claim.kind() == MethodCheck.Kind.TEST) {
            return new Message.Note(
                    "Test message from Upstander",
                    "This is a test: this address reaches you when somebody in your care is attacked. There is nothing to do.");
        }
        String code = codes.of(claim.id());
        return new Message.Note(
                "Upstander code " + code,
                "The code for this address is %s. It is good for %d minutes. If you did not expect it, do nothing, and give it to nobody."
                        .formatted(code, MethodCheck.LIFETIME.toMinutes()));
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
