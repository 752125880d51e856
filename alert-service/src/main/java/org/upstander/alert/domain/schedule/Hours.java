package org.upstander.alert.domain.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * Hours of the week in which a layer holds.
 *
 * @param days on which the hours begin
 * @param from wall time of their beginning
 * @param to wall time of their end: on the next day where it is not after {@code from}, so equal
 *     times are a whole day
 */
public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

    public Hours {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("hours are of at least one day");
        }
        days = Set.copyOf(EnumSet.copyOf(days));
    }

    boolean hold(Instant at, ZoneId zone) {
        LocalDate today = WallTime.local(at, zone).toLocalDate();
        for (LocalDate day = today.minusDays(2);
                !day.isAfter(today.plusDays(1));
                day = day.plusDays(1)) {
            if (days.contains(day.getDayOfWeek())
                    && !at.isBefore(begin(day, zone))
                    && at.isBefore(end(day, zone))) {
                return true;
            }
        }
        return false;
    }

    void addEdges(Instant from, Instant to, ZoneId zone, Collection<Instant> edges) {
        LocalDate last = WallTime.local(to, zone).toLocalDate().plusDays(1);
        for (LocalDate day = WallTime.local(from, zone).toLocalDate().minusDays(2);
                !day.isAfter(last);
                day = day.plusDays(1)) {
            if (days.contains(day.getDayOfWeek())) {
                edges.add(begin(day, zone));
                edges.add(end(day, zone));
            }
        }
    }

    private Instant begin(LocalDate day, ZoneId zone) {
        return WallTime.instant(day.atTime(from), zone);
    }

    private Instant end(LocalDate day, ZoneId zone) {
        LocalDate ending = to.isAfter(from) ? day : day.plusDays(1);
        return WallTime.instant(ending.atTime(to), zone);
    }
}
