package org.upstander.ingest.application.delivery;

/** Counts deliveries, and how often sources were asked. */
public interface DeliveryMetrics {

    /**
     * @param type of the source
     * @param outcome {@link Outcome#kind()}
     */
    void delivered(String type, String outcome);

    /**
     * @param type of the source
     * @param outcome {@code posts}, {@code nothing} new, or why it brought nothing
     */
    void polled(String type, String outcome);
}
