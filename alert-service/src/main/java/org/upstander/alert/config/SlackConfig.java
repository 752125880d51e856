package org.upstander.alert.config;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Buttons in Slack. */
@ConfigMapping(prefix = "upstander.slack")
public interface SlackConfig {

    /**
     * Signing secrets of the app, two during a change ({@code UPSTANDER_SLACK_SIGNING_SECRETS}).
     * Without one no button is believed.
     */
    Optional<List<String>> signingSecrets();
}
