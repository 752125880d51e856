package org.upstander.alert.application;

import java.time.Duration;

/**
 * How digests are sent.
 *
 * @param interval from the first page in a digest until it goes out; a minute to a week
 */
public record DigestSettings(Duration interval) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(7);

    public DigestSettings {
        if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "UPSTANDER_DIGEST_INTERVAL must be from PT1M to P7D");
        }
    }
}
