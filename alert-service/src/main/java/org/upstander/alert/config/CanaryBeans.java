package org.upstander.alert.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.upstander.alert.application.canary.CanarySettings;

/** Hands out how the system watches itself. */
@ApplicationScoped
class CanaryBeans {

    @Produces
    @Singleton
    CanarySettings canary(CanaryConfig config, HeartbeatConfig heartbeat) {
        return new CanarySettings(
                config.ingestUrl().isPresent(),
                config.every(),
                config.youngWithin(),
                heartbeat.url());
    }
}
