package org.upstander.ingest.application.hub;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Tells hubs of sources that are gone or paused to stop. A lease that nobody renews ends anyway.
 */
@ApplicationScoped
public class LeaveHubs {

    /** Longer than any call may take; who was not told is told again after that. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final SubscriptionStore store;
    private final Hub hub;
    private final Clock clock;

    LeaveHubs(SubscriptionStore store, Hub hub, Clock clock) {
        this.store = store;
        this.hub = hub;
        this.clock = clock;
    }

    /**
     * Tells one.
     *
     * @return whether there was one. Fails as the store does
     */
    public CompletionStage<Boolean> next() {
        Instant now = clock.instant();
        return store.claimUnwanted(now, now.plus(LEASE))
                .thenCompose(
                        found ->
                                found.isEmpty()
                                        ? CompletableFuture.completedFuture(false)
                                        : leave(found.get()).thenApply(left -> true));
    }

    private CompletionStage<Void> leave(Subscription unwanted) {
        return hub.leave(unwanted)
                .thenCompose(
                        taken ->
                                taken
                                        ? store.told(unwanted)
                                        : CompletableFuture.completedFuture(null));
    }
}
