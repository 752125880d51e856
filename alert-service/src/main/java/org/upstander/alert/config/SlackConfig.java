package org.upstander.alert.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Slack: its buttons, and where the messages are that hold them. */
@ConfigMapping(prefix = "upstander.slack")
public interface SlackConfig {

    /**
     * Signing secrets of the app, two during a change ({@code UPSTANDER_SLACK_SIGNING_SECRETS}).
     * Without one no button is believed, nor sent.
     */
    Optional<List<String>> signingSecrets();

    /** The only place where a message is changed whose button was pressed, whatever Slack says. */
    @WithDefault("https://hooks.slack.com")
    URI url();
}
