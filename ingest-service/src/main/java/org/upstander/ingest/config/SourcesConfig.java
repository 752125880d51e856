package org.upstander.ingest.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How sources are kept and looked after. */
@ConfigMapping(prefix = "upstander.sources")
public interface SourcesConfig {

    /** Seals the secrets of sources; without it none can be put. */
    Optional<String> key();

    /** Keys that secrets may still be sealed with, while the key changes. */
    Optional<List<String>> otherKeys();

    /** Directory that sources of the type {@code file} read from; without it they read nothing. */
    Optional<String> files();

    /** Pause between two looks at the sources and their health. */
    @WithDefault("5s")
    Duration refresh();

    /** How long a delivery is remembered; at least a day. */
    @WithDefault("48h")
    Duration memory();

    /** Posts that a source may bring in a minute to each instance, unless it says otherwise. */
    @WithDefault("6000")
    @Min(1)
    int postsPerMinute();

    /** How long a source must have been blind before others are told. */
    @WithDefault("1m")
    Duration blindFor();
}
