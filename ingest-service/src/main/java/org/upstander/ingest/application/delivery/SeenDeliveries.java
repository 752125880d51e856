package org.upstander.ingest.application.delivery;

import java.time.Instant;
import java.util.concurrent.CompletionStage;

/**
 * Which deliveries were taken already, for a day at least. Only spares work: what comes twice has
 * the same ids twice.
 */
public interface SeenDeliveries {

    CompletionStage<Boolean> contains(String sourceId, DeliveryKey key);

    CompletionStage<Void> remember(String sourceId, DeliveryKey key, Instant at);

    /** Those before are forgotten. */
    CompletionStage<Void> forget(Instant before);
}
