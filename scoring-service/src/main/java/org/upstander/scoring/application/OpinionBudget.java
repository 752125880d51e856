package org.upstander.scoring.application;

import java.time.Clock;

/**
 * How much may be asked in a minute of the clock: so many questions, and so much waiting. Waiting
 * is limited too, because whoever waits for an answer holds up the posts behind. Thread-safe.
 */
public final class OpinionBudget {

    /**
     * Milliseconds; the question that passes it is still waited for. A quarter of the time: the
     * posts of a batch must be through long before Kafka takes the consumer for dead (300 s).
     */
    static final long MOST_WAITING = 15_000;

    private static final long MINUTE = 60_000;

    private final int perMinute;
    private final Clock clock;
    private long minute = Long.MIN_VALUE;
    private int asked;
    private long waited;

    /**
     * @param perMinute most questions in one minute
     */
    public OpinionBudget(int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    /** Milliseconds of the clock, for {@link #waitedSince}; -1 where the budget is used up. */
    synchronized long take() {
        long now = clock.millis();
        turnTo(now);
        if (asked >= perMinute || waited >= MOST_WAITING) {
            return -1;
        }
        asked++;
        return now;
    }

    /** Told when the answer to a question is there, or is not waited for any longer. */
    synchronized void waitedSince(long taken) {
        long now = clock.millis();
        turnTo(now);
        waited += Math.max(0, now - taken);
    }

    private void turnTo(long now) {
        if (now / MINUTE != minute) {
            minute = now / MINUTE;
            asked = 0;
            waited = 0;
        }
    }
}
