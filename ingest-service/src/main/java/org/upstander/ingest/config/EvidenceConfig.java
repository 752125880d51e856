package org.upstander.ingest.config;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Posts as they were received, kept as evidence. */
@ConfigMapping(prefix = "upstander.evidence")
public interface EvidenceConfig {

    /**
     * Keys that seal them ({@code UPSTANDER_EVIDENCE_KEY}), 32 bytes in Base64 each, the same as
     * alert-service has: the first one seals. Without one they are not kept.
     */
    Optional<List<String>> key();
}
