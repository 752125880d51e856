package org.upstander.ingest.observability;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.upstander.ingest.application.LogState;

/**
 * Ready when posts can be stored. Not alive is another matter: a restart would not bring Kafka
 * back.
 */
@Readiness
@ApplicationScoped
class KafkaReadiness implements HealthCheck {

    private final LogState state;

    KafkaReadiness(LogState state) {
        this.state = state;
    }

    @Override
    public HealthCheckResponse call() {
        LogState.Seen seen = state.seen();
        return HealthCheckResponse.named("kafka")
                .status(seen.reachable())
                .withData("reason", seen.reason())
                .build();
    }
}
