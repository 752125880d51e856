package org.upstander.alert.config;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Somebody outside who raises the alarm when they hear nothing. */
@ConfigMapping(prefix = "upstander.heartbeat")
public interface HeartbeatConfig {

    /**
     * The ping URL of a check, as healthchecks.io and its like give it; a credential ({@code
     * UPSTANDER_HEARTBEAT_URL}). Only with the canary.
     */
    Optional<String> url();
}
