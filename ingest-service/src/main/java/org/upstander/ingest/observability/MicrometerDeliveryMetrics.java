package org.upstander.ingest.observability;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.upstander.ingest.application.delivery.DeliveryMetrics;

/** Counters named {@code upstander_ingest_deliveries_total} and {@code …_polls_total}. */
@ApplicationScoped
class MicrometerDeliveryMetrics implements DeliveryMetrics {

    private final MeterRegistry registry;

    MicrometerDeliveryMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void delivered(String type, String outcome) {
        registry.counter("upstander.ingest.deliveries", "type", type, "outcome", outcome)
                .increment();
    }

    @Override
    public void polled(String type, String outcome) {
        registry.counter("upstander.ingest.polls", "type", type, "outcome", outcome).increment();
    }
}
