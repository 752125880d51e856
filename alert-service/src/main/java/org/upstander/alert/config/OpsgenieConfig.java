package org.upstander.alert.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Opsgenie and Jira Service Management: where alerts go, and what proves that a webhook is real.
 */
@ConfigMapping(prefix = "upstander.opsgenie")
public interface OpsgenieConfig {

    /** Base of the alert API. */
    @WithDefault("https://api.opsgenie.com")
    URI url();

    /** The same for accounts in the EU. */
    @WithDefault("https://api.eu.opsgenie.com")
    URI euUrl();

    /** The same in Jira Service Management. */
    @WithDefault("https://api.atlassian.com/jsm/ops/integration")
    URI jsmUrl();

    /**
     * What its webhooks carry in {@code X-Upstander-Token} or {@code ?token=}, two during a change
     * ({@code UPSTANDER_OPSGENIE_TOKENS}); at least 16 characters. Without one no webhook is
     * believed.
     */
    Optional<List<@Size(min = 16) String>> tokens();
}
