package org.upstander.alert.http.inbound;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * {@code X-Slack-Signature}: {@code v0=} and the hexadecimal HMAC-SHA-256 of {@code
 * v0:timestamp:body}. The timestamp, in seconds, may be five minutes off either way.
 */
record SlackSignature(Secrets secrets, Clock clock) {

    private static final String VERSION = "v0=";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    /**
     * @param timestamp of {@code X-Slack-Request-Timestamp}, or null
     * @param signature or null
     * @param body as it came
     */
    boolean holds(String timestamp, String signature, byte[] body) {
        return timestamp != null
                && timestamp.matches("\\d{1,12}")
                && signature != null
                && signature.startsWith(VERSION)
                && isNow(Instant.ofEpochSecond(Long.parseLong(timestamp)))
                && Secrets.hex(signature.substring(VERSION.length()))
                        .filter(
                                mac ->
                                        secrets.made(
                                                mac,
                                                "HmacSHA256",
                                                Secrets.bytes("v0:" + timestamp + ":"),
                                                body))
                        .isPresent();
    }

    private boolean isNow(Instant at) {
        return Duration.between(at, clock.instant()).abs().compareTo(TOLERANCE) <= 0;
    }
}
