package org.upstander.alert.notify.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Signs as Standard Webhooks 1.0 says, with the current secret and, if given, the coming one. */
final class WebhookSigner {

    private static final String DEMO = "demo-";
    private static final String PREFIX = "whsec_";
    private static final int MIN_BYTES = 24;
    private static final int MAX_BYTES = 64;

    private final List<Webhook> keys;

    WebhookSigner(Optional<String> secret, Optional<String> nextSecret) {
        this.keys =
                Stream.concat(
                                secret.stream().map(at -> key("UPSTANDER_WEBHOOK_SECRET", at)),
                                nextSecret.stream()
                                        .map(at -> key("UPSTANDER_WEBHOOK_NEXT_SECRET", at)))
                        .toList();
    }

    /** Without a secret nothing may be sent. */
    boolean ready() {
        return !keys.isEmpty();
    }

    /** The value of {@code webhook-signature}. */
    String sign(String id, Instant at, String body) {
        return keys.stream().map(key -> sign(key, id, at, body)).collect(Collectors.joining(" "));
    }

    private static String sign(Webhook key, String id, Instant at, String body) {
        try {
            return key.sign(id, at.getEpochSecond(), body);
        } catch (WebhookSigningException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }

    /** In production a secret that anybody can read in this repository signs nothing. */
    static void refuseDemo(String secret) {
        if (secret.startsWith(DEMO)) {
            throw new IllegalStateException(
                    "UPSTANDER_WEBHOOK_SECRET or UPSTANDER_WEBHOOK_NEXT_SECRET is a demo value: make one with echo whsec_$(openssl rand -base64 32)");
        }
    }

    /** The message never holds the value. */
    private static Webhook key(String name, String secret) {
        String given = secret.startsWith(DEMO) ? secret.substring(DEMO.length()) : secret;
        try {
            byte[] key = Base64.getDecoder().decode(given.substring(PREFIX.length()));
            if (given.startsWith(PREFIX) && key.length >= MIN_BYTES && key.length <= MAX_BYTES) {
                return new Webhook(key);
            }
        } catch (IllegalArgumentException
                | StringIndexOutOfBoundsException
                | EmptyWebhookSecretException e) {
            // Said below, without the cause: it may quote the secret.
        }
        throw new IllegalArgumentException(
                "%s must be 'whsec_' and the base64 of %d to %d random bytes: make one with echo whsec_$(openssl rand -base64 32)"
                        .formatted(name, MIN_BYTES, MAX_BYTES));
    }
}
