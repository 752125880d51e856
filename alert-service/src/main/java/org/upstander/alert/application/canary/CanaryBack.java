package org.upstander.alert.application.canary;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.upstander.alert.application.Transactions;

/** Tells all instances that a canary came back. */
@ApplicationScoped
class CanaryBack {

    private static final System.Logger LOG = System.getLogger(CanaryBack.class.getName());

    private final Transactions transactions;
    private final CanaryStore store;
    private final CanaryAge age;
    private final CanarySettings settings;
    private final Clock clock;

    CanaryBack(
            Transactions transactions,
            CanaryStore store,
            CanaryAge age,
            CanarySettings settings,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.age = age;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Never fails: the next one follows in a minute. One from the future, by an instance whose
     * clock was wrong, does not count, or it would seem young for long.
     */
    Uni<Void> tell(Instant writtenAt) {
        Instant now = clock.instant();
        if (writtenAt.isAfter(now.plus(settings.youngWithin()))) {
            return Uni.createFrom().voidItem();
        }
        return transactions
                .run(() -> store.cameBack(writtenAt))
                .invoke(() -> age.cameBack(writtenAt))
                .onFailure()
                .invoke(CanaryBack::note)
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private static void note(Throwable failure) {
        LOG.log(
                System.Logger.Level.WARNING,
                "canary not kept, the next one will be: {0}",
                failure.getClass().getName());
    }
}
