package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Keeps pages for the next digest of a mailbox. */
@ApplicationScoped
public class GatherDigest {

    private final Transactions transactions;
    private final DigestStore digests;
    private final DigestSettings settings;
    private final Clock clock;

    GatherDigest(
            Transactions transactions, DigestStore digests, DigestSettings settings, Clock clock) {
        this.transactions = transactions;
        this.digests = digests;
        this.settings = settings;
        this.clock = clock;
    }

    /** In a transaction of its own. The Uni never fails. */
    public Uni<DeliveryResult> add(Delivery page) {
        Instant now = clock.instant();
        return transactions
                .run(
                        () ->
                                digests.add(
                                        page.id(),
                                        page.address(),
                                        now,
                                        now.plus(settings.interval())))
                .<DeliveryResult>map(kept -> new DeliveryResult.Delivered("for the next digest"))
                .onFailure()
                .invoke(failure -> FailureLog.note("keeping a page for a digest", failure))
                .onFailure()
                .recoverWithItem(
                        () -> new DeliveryResult.TryAgain(FailureKind.OTHER, Optional.empty()));
    }
}
