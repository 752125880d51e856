package org.upstander.alert.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * When a contact would rather not be disturbed, by the clock on their wall: a night with a clock
 * change is an hour shorter or longer, and both hours of the same name belong to it.
 *
 * @param from included
 * @param to not included; before {@code from} where they go over midnight
 * @param days on which they begin
 * @param overrideFromSeverity attacks that weigh as much or more disturb them all the same, 1 to 4
 */
public record QuietHours(
        LocalTime from, LocalTime to, Set<DayOfWeek> days, int overrideFromSeverity) {

    public QuietHours {
        days = Set.copyOf(days);
    }

    /** Whether an attack of this severity is below what disturbs them at this time. */
    public boolean hold(int severity, Instant at, ZoneId zone) {
        return severity < overrideFromSeverity && isQuiet(at.atZone(zone));
    }

    private boolean isQuiet(ZonedDateTime at) {
        LocalTime time = at.toLocalTime();
        boolean begun = !time.isBefore(from);
        boolean over = !time.isBefore(to);
        if (from.isBefore(to)) {
            return begun && !over && days.contains(at.getDayOfWeek());
        }
        return begun && days.contains(at.getDayOfWeek())
                || !over && days.contains(at.getDayOfWeek().minus(1));
    }
}
