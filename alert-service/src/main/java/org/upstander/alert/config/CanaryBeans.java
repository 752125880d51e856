package org.upstander.alert.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.upstander.alert.application.canary.CanarySettings;

/** Hands out how the system watches itself. */
@ApplicationScoped
class CanaryBeans {

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    @Produces
    @Singleton
    CanarySettings canary(CanaryConfig config, HeartbeatConfig heartbeat) {
        require(
                config.every().compareTo(SHORTEST) >= 0,
                "UPSTANDER_CANARY_EVERY is too short: use PT1S or more");
        require(
                config.youngWithin().compareTo(config.every()) > 0,
                "UPSTANDER_CANARY_YOUNG_WITHIN is too short: use more than UPSTANDER_CANARY_EVERY, or every canary is old before the next one comes");
        return new CanarySettings(
                config.ingestUrl().isPresent(),
                config.every(),
                config.youngWithin(),
                heartbeat.url());
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalStateException(problem);
        }
    }
}
