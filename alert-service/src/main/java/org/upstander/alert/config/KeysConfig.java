package org.upstander.alert.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Secret keys and what is made with them; access refuses demo values in the prod profile. */
@ConfigMapping(prefix = "upstander.keys")
public interface KeysConfig {

    /** Hashes protected identifiers; scoring-service must have the same. */
    String identifier();

    /** Signs acknowledge links and cursors; the same on all instances of alert-service. */
    String link();

    /**
     * Keys that links are read by too ({@code UPSTANDER_OTHER_LINK_KEYS}): during a change the
     * coming one, then for the lifetime of links the one before. Nothing is signed with them.
     */
    Optional<List<String>> otherLinks();

    /** How long an acknowledge link works. */
    @WithDefault("P7D")
    Duration linkLifetime();

    /** How this service is reached from outside: the base of the links in messages. */
    URI publicUrl();
}
