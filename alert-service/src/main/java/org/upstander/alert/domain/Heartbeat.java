package org.upstander.alert.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether somebody outside is told that all is well, and if not, why. They raise the alarm when
 * they hear nothing, so the reasons only help to find what is wrong.
 */
public enum Heartbeat {
    BEATS,
    CANARY_OLD,
    TIMERS_LATE;

    /**
     * @param timersRun whether nothing has been due for long
     */
    public static Heartbeat of(Canary canary, boolean timersRun, Instant now, Duration limit) {
        if (!canary.isYoung(now, limit)) {
            return CANARY_OLD;
        }
        return timersRun ? BEATS : TIMERS_LATE;
    }
}
