package org.upstander.ingest.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How much is remembered of the posts that were seen. */
@ConfigMapping(prefix = "upstander.ingest.seen")
public interface SeenConfig {

    /** Posts, the latest of all instances; up to twice as many, some 1.5 KB of memory each. */
    @WithDefault("20000")
    @Min(100)
    @Max(1_000_000)
    int posts();
}
