package org.upstander.alert.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Alertmanager: an alert ends there by itself, so it is sent again until the incident is over. */
@ConfigMapping(prefix = "upstander.alertmanager")
public interface AlertmanagerConfig {

    /**
     * How often ({@code UPSTANDER_ALERTMANAGER_RESEND_EVERY}). It forgets alerts when it starts.
     */
    @WithDefault("PT5M")
    Duration resendEvery();

    /** How long it fires after it was sent last; twice as long as the pause, or more. */
    @WithDefault("PT1H")
    Duration firesFor();
}
