package org.upstander.alert.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Originals of the posts of incidents. */
@ConfigMapping(prefix = "upstander.evidence")
public interface EvidenceConfig {

    /**
     * Keys that open what ingest-service sealed ({@code UPSTANDER_EVIDENCE_KEY}), 32 bytes in
     * Base64 each. Without one no original is kept.
     */
    Optional<List<String>> key();

    /** Originals of so many of an incident's first posts are kept; 0 to 10,000. */
    @WithDefault("200")
    int perIncident();
}
