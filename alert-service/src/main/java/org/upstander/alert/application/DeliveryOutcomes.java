package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What became of deliveries: their rows and the notification log. In the caller's transaction. */
public interface DeliveryOutcomes {

    /**
     * @param claim what was attempted
     * @param result what the other side said
     * @param took from the start of the attempt
     */
    record Attempt(DeliveryStore.Claim claim, DeliveryResult result, Duration took) {}

    /** Every attempt, also those that are no longer ours. */
    Uni<Void> log(List<Attempt> attempts, Instant at);

    /**
     * @param arrived attempts that ended in {@link DeliveryResult.Delivered}
     * @return those that are still ours; of the others the lease ended and another took over
     */
    Uni<List<Attempt>> delivered(List<Attempt> arrived, Instant at);

    /**
     * @return false when the attempt is no longer ours, see {@link #delivered}
     */
    Uni<Boolean> again(DeliveryStore.Claim claim, Instant dueAt, FailureKind kind);

    /** See {@link #delivered}. */
    Uni<Boolean> failed(DeliveryStore.Claim claim, FailureKind kind);

    /** It is not sent after all, see {@link #delivered}. */
    Uni<Boolean> cancelled(DeliveryStore.Claim claim);

    /** Whether a page still has a delivery on its way, or one that arrived. */
    Uni<Boolean> anyAliveOrDelivered(String pageId);

    /** Contacts were reached: whatever waits for the same page and contact is cancelled. */
    Uni<Void> cancelOthers(List<DeliveryStore.Job> reached);
}
