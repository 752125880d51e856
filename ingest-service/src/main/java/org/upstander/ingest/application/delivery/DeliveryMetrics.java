package org.upstander.ingest.application.delivery;

/** Counts deliveries. */
public interface DeliveryMetrics {

    /**
     * @param type of the source
     * @param outcome {@link Outcome#kind()}
     */
    void delivered(String type, String outcome);
}
