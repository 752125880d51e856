package org.upstander.ingest.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How sources are asked over HTTP: where, for how long, and for how much. */
@ConfigMapping(prefix = "upstander.fetch")
public interface FetchConfig {

    /**
     * What may be reached besides public addresses: {@code true} for loopback and private networks,
     * or a list of networks (CIDR) ({@code UPSTANDER_ALLOW_PRIVATE_TARGETS}).
     */
    Optional<List<String>> privateTargets();

    /** Ports that may be reached on public addresses. */
    @WithDefault("443,8443")
    List<Integer> ports();

    /** From the look-up of the name to the last byte of an answer, redirects and all. */
    @WithDefault("30s")
    Duration timeout();

    /** To open a connection. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** An answer may be so long, as it comes and unpacked. */
    @WithDefault("5242880")
    @Min(65_536)
    @Max(67_108_864)
    int maxBytes();

    /** Says who asks; name an address where somebody can be reached. */
    @WithDefault("Upstander (+https://example.org/upstander)")
    String userAgent();
}
