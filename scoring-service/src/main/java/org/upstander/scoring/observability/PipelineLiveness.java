package org.upstander.scoring.observability;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.upstander.scoring.application.PipelineState;

/**
 * Down only when a consumer's thread has ended, so that a restart helps; never because of Kafka.
 */
@Liveness
@Singleton
class PipelineLiveness implements HealthCheck {
    private final PipelineState state;

    PipelineLiveness(PipelineState state) {
        this.state = state;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("consumers live").status(!state.isDead()).build();
    }
}
