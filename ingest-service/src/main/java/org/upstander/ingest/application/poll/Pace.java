package org.upstander.ingest.application.poll;

import java.time.Duration;

/** When to ask again. */
final class Pace {

    static final Duration USUAL = Duration.ofMinutes(5);

    /** Of those that are listened to: how soon to connect again. */
    static final Duration LISTENING = Duration.ofSeconds(10);

    static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration LONGEST_AFTER_FAILURES = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 10;
    private static final double JITTER = 0.1;

    private Pace() {}

    /**
     * After an answer: its rhythm, or what it wants us to wait where that is longer.
     *
     * @param rhythm how often it is asked, or null
     * @param chance 0 to 1: a tenth more or less, so that sources do not fall into step
     */
    static Duration after(Polled.Answered answer, Duration rhythm, double chance) {
        if (answer.more()) {
            return Duration.ZERO;
        }
        Duration usual = jittered(rhythm == null ? USUAL : rhythm, chance);
        return shorter(longer(usual, answer.earliest()), LONGEST);
    }

    /**
     * After failures: twice as long each time, an hour at most, unless it wants us to wait longer.
     *
     * @param failures in a row, from 1
     */
    static Duration after(Polled.Failed failed, int failures, Duration rhythm, double chance) {
        Duration usual = rhythm == null ? USUAL : rhythm;
        Duration doubled = usual.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        Duration backoff = longer(usual, shorter(doubled, LONGEST_AFTER_FAILURES));
        return shorter(
                longer(jittered(backoff, chance), failed.pause().orElse(Duration.ZERO)), LONGEST);
    }

    private static Duration jittered(Duration pause, double chance) {
        return Duration.ofMillis(Math.round(pause.toMillis() * (1 - JITTER + 2 * JITTER * chance)));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
