package org.upstander.scoring.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the roster is followed. */
@ConfigMapping(prefix = "upstander.scoring.roster")
public interface RosterConfig {

    /**
     * Shortest time between two compilations: changes that come in between take effect together. A
     * compilation that takes longer is followed by a pause as long as itself.
     */
    @WithDefault("200ms")
    Duration compileInterval();
}
