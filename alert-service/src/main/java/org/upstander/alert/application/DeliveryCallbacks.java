package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Deliveries that the other side speaks of later. In the caller's transaction. */
public interface DeliveryCallbacks {

    /** What it was about, whatever became of it. */
    Uni<Optional<DeliveryStore.Job>> find(String deliveryId);

    /**
     * Takes a delivery back that the other side took and now reports as lost: it is ours, as if the
     * attempt were still under way.
     *
     * @param attempt of which the other side speaks; false for an earlier one
     */
    Uni<Boolean> takeBack(String deliveryId, int attempt);

    /** Keeps that it reached the phone itself. */
    Uni<Void> confirm(String deliveryId, int attempt, String receipt);
}
