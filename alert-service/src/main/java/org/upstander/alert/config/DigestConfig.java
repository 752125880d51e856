package org.upstander.alert.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Digests by mail. */
@ConfigMapping(prefix = "upstander.digest")
public interface DigestConfig {

    /** From the first page in a digest until it goes out; a minute to a week. */
    @WithDefault("PT1H")
    Duration interval();
}
