package org.upstander.ingest.observability;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.upstander.ingest.application.LogState;
import org.upstander.ingest.application.OriginalsKept;

/**
 * Ready when posts can be stored. Not alive is another matter: a restart would not bring Kafka
 * back.
 */
@Readiness
@ApplicationScoped
class KafkaReadiness implements HealthCheck {

    private final LogState state;
    private final OriginalsKept originals;

    KafkaReadiness(LogState state, OriginalsKept originals) {
        this.originals = originals;
        this.state = state;
    }

    @Override
    public HealthCheckResponse call() {
        LogState.Seen seen = state.seen();
        return HealthCheckResponse.named("kafka")
                .status(seen.reachable())
                .withData("reason", seen.reason())
                .withData("originals", originals.areKept() ? "kept" : "not kept: no key")
                .build();
    }
}
