package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;

/**
 * Pages that wait until the other side was told of what was before. In the caller's transaction.
 */
public interface WaitingTriggers {

    /**
     * Lets pages go that waited for these, unless they wait for others, too.
     *
     * @param told what is under way no more
     */
    Uni<Void> release(Collection<DeliveryStore.Job> told, Instant now);
}
