package org.upstander.alert.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** PagerDuty: where its events go, and who signs what it sends back. */
@ConfigMapping(prefix = "upstander.pagerduty")
public interface PagerDutyConfig {

    /** Base of the Events API v2. */
    @WithDefault("https://events.pagerduty.com")
    URI url();

    /** The same for accounts in the EU. */
    @WithDefault("https://events.eu.pagerduty.com")
    URI euUrl();

    /**
     * Secrets of webhook subscriptions (v3), two during a change ({@code
     * UPSTANDER_PAGERDUTY_SECRETS}). Without one no webhook is believed.
     */
    Optional<List<String>> secrets();
}
