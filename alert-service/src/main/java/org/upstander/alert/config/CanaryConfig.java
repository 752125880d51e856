package org.upstander.alert.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The canary: a post of our own that goes through all services, and says by its age how they do.
 */
@ConfigMapping(prefix = "upstander.canary")
public interface CanaryConfig {

    /**
     * Base address of ingest-service ({@code UPSTANDER_CANARY_INGEST_URL}). Without it this
     * instance posts no canary and tells no age.
     */
    Optional<URI> ingestUrl();

    /** A token with the scope {@code posts:write} ({@code UPSTANDER_CANARY_TOKEN}). */
    Optional<String> token();

    /** One canary, and one heartbeat, each; a second at least, the same on all instances. */
    @WithDefault("PT1M")
    Duration every();

    /**
     * A canary that is older says that posts do not come through: no heartbeat then. More than the
     * time between two.
     */
    @WithDefault("PT3M")
    Duration youngWithin();

    /** Pause between two looks whether it is time. */
    @WithDefault("PT5S")
    Duration poll();
}
