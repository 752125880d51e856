package org.upstander.alert.observability;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.upstander.alert.application.canary.CanaryAge;

/**
 * Tells the age of the canary and is always up: an instance that takes no requests because scoring
 * is silent would silence the rest as well.
 */
@Readiness
@ApplicationScoped
class CanaryReadiness implements HealthCheck {

    private final CanaryAge age;

    CanaryReadiness(CanaryAge age) {
        this.age = age;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("canary").up();
        if (!age.isWatched()) {
            return response.withData("state", "off").build();
        }
        age.age().ifPresent(now -> response.withData("canary_age_seconds", now.toSeconds()));
        return response.withData("state", age.isYoung() ? "young" : "old").build();
    }
}
