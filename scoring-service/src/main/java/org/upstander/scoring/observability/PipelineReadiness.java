package org.upstander.scoring.observability;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.upstander.scoring.application.PipelineState;

/** Ready means: the roster is whole, and every consumer is connected and reading. */
@Readiness
@Singleton
class PipelineReadiness implements HealthCheck {
    private final PipelineState state;

    PipelineReadiness(PipelineState state) {
        this.state = state;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("posts flow")
                        .withData("roster", state.isRosterWhole() ? "whole" : "being read");
        state.lines().forEach((name, line) -> answer.withData(name, line.name()));
        return answer.status(state.isReady()).build();
    }
}
