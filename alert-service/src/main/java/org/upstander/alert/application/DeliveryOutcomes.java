package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;

/** What became of deliveries: their rows and the notification log. In the caller's transaction. */
public interface DeliveryOutcomes {

    /** Every attempt, also one that is no longer ours. */
    Uni<Void> log(DeliveryStore.Claim claim, Instant at, Duration took, DeliveryResult result);

    /**
     * @return false when the attempt is no longer ours: its lease ended and another took over
     */
    Uni<Boolean> delivered(DeliveryStore.Claim claim, Instant at, String receipt);

    /** See {@link #delivered}. */
    Uni<Boolean> again(DeliveryStore.Claim claim, Instant dueAt, FailureKind kind);

    /** See {@link #delivered}. */
    Uni<Boolean> failed(DeliveryStore.Claim claim, FailureKind kind);

    /** Whether a page still has a delivery on its way, or one that arrived. */
    Uni<Boolean> anyAliveOrDelivered(String pageId);

    /** The contact was reached: whatever waits for the same page and contact is cancelled. */
    Uni<Void> cancelOthers(DeliveryStore.Job reached);
}
