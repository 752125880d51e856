package org.upstander.alert.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * How much an author, a thread or a source weighs now: the sum of the severities of their attacks,
 * each of which halves in seven days. {@code risk = Σ severity · 2^(−age / 7 d)}. Two clear insults
 * today weigh 4, as much as a threat today or sixteen clear insults three weeks ago.
 */
public final class Risk {

    /** After so long an attack weighs half. */
    public static final Duration HALF_LIFE = Duration.ofDays(7);

    private Risk() {}

    /**
     * What one attack weighs.
     *
     * @param severity 1 to 4
     * @param postedAt not after {@code now}
     */
    public static double of(int severity, Instant postedAt, Instant now) {
        double age = Duration.between(postedAt, now).toMillis();
        return severity * Math.pow(0.5, age / HALF_LIFE.toMillis());
    }
}
