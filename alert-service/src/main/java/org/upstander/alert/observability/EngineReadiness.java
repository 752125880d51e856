package org.upstander.alert.observability;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.upstander.alert.application.Consumption;
import org.upstander.alert.application.Wakeups;

/** Ready when the tables are there and what is consumed can be recorded. */
@Readiness
@ApplicationScoped
class EngineReadiness implements HealthCheck {

    private final Wakeups wakeups;
    private final Consumption consumption;

    EngineReadiness(Wakeups wakeups, Consumption consumption) {
        this.wakeups = wakeups;
        this.consumption = consumption;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("engine")
                .status(wakeups.isOpen() && !consumption.isStalled())
                .withData("schema", wakeups.isOpen() ? "ready" : "waiting for the database")
                .withData("consumption", consumption.isStalled() ? "stalled" : "flowing")
                .build();
    }
}
