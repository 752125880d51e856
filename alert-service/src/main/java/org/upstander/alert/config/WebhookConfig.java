package org.upstander.alert.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Signed webhooks: with which keys. And for all channels over HTTP: to where, and for how long. */
@ConfigMapping(prefix = "upstander.webhook")
public interface WebhookConfig {

    /**
     * Signs every webhook: {@code whsec_} and the base64 of 24 to 64 random bytes ({@code
     * UPSTANDER_WEBHOOK_SECRET}). Without it no webhook is sent.
     */
    Optional<String> secret();

    /** During a change of the secret the coming one: then each webhook carries both signatures. */
    Optional<String> nextSecret();

    /**
     * Networks (CIDR) that webhooks may reach besides public addresses, by http too and on any port
     * ({@code UPSTANDER_WEBHOOK_ALLOWED_NETWORKS}).
     */
    Optional<List<String>> allowedNetworks();

    /**
     * What all channels over HTTP may reach besides public addresses: {@code true} for loopback and
     * private networks, or a list of networks (CIDR) ({@code UPSTANDER_ALLOW_PRIVATE_TARGETS}).
     */
    Optional<List<String>> privateTargets();

    /** Ports that webhooks may reach on public addresses. */
    @WithDefault("443,8443")
    List<Integer> ports();

    /** From the look-up of the name to the answer; as long again may a delivery queue before. */
    @WithDefault("15s")
    Duration timeout();

    /** To open a connection. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** A receiver may ask us to wait ({@code Retry-After}), but not longer than this. */
    @WithDefault("5m")
    Duration maxRetryAfter();

    /** Requests under way at once to one receiver. */
    @WithDefault("8")
    @Min(1)
    @Max(100)
    int connectionsPerReceiver();
}
