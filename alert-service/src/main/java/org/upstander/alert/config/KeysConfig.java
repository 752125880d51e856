package org.upstander.alert.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Secret keys and what is made with them; access refuses demo values in the prod profile. */
@ConfigMapping(prefix = "upstander.keys")
public interface KeysConfig {

    /** Hashes protected identifiers; scoring-service must have the same. */
    String identifier();

    /** Signs acknowledge links and cursors; the same on all instances of alert-service. */
    String link();

    /** How long an acknowledge link works. */
    @WithDefault("P7D")
    Duration linkLifetime();

    /** How this service is reached from outside: the base of the links in messages. */
    URI publicUrl();
}
