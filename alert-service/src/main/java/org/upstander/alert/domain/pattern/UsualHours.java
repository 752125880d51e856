package org.upstander.alert.domain.pattern;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * At which hours of the day somebody writes anyway: by when they wrote of or to others of the
 * staff. Whoever lives far away writes to all of them in the night of one.
 */
final class UsualHours {

    /** As far from it by the clock it is the same time of day. */
    private static final Duration NEAR = Duration.ofMinutes(90);

    private static final long DAY = Duration.ofDays(1).toMinutes();

    private final List<Instant> elsewhere;
    private final ZoneId zone;

    /**
     * @param elsewhere when they wrote of others, in any order
     * @param until what came later was not known then
     * @param zone in which days and hours are counted
     */
    UsualHours(List<Instant> elsewhere, Instant until, ZoneId zone) {
        this.elsewhere = elsewhere.stream().filter(one -> !one.isAfter(until)).toList();
        this.zone = zone;
    }

    /**
     * @param days on how many different ones they wrote of others at that time of day, at least
     */
    boolean include(Instant at, long days) {
        return elsewhere.stream()
                        .filter(one -> isNear(time(one), time(at)))
                        .map(one -> OffHours.night(one, zone))
                        .distinct()
                        .limit(days)
                        .count()
                >= days;
    }

    private LocalTime time(Instant at) {
        return at.atZone(zone).toLocalTime();
    }

    private static boolean isNear(LocalTime one, LocalTime other) {
        long apart = Math.abs(Duration.between(one, other).toMinutes());
        return Math.min(apart, DAY - apart) <= NEAR.toMinutes();
    }
}
