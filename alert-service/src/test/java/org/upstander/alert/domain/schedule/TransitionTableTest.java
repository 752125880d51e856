package org.upstander.alert.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.domain.schedule.Schedules.layer;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.upstander.alert.domain.Zones;

/** Every change of a clock that the zone database knows from 2000 to 2037. */
class TransitionTableTest {

    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2038-01-01T00:00:00Z");
    private static final int DAYS = 3;

    @Test
    void aDailyTurnEndsOnceAtItsWallTimeWhateverTheClockDoes() {
        List<String> wrong = new ArrayList<>();
        int changes = 0;
        for (ZoneId zone : Zones.all()) {
            for (ZoneOffsetTransition change : transitions(zone)) {
                changes++;
                for (LocalTime time : times(change)) {
                    check(zone, change, time, wrong);
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(changes).isGreaterThan(15_000);
    }

    private static List<ZoneOffsetTransition> transitions(ZoneId zone) {
        List<ZoneOffsetTransition> all = new ArrayList<>();
        ZoneOffsetTransition next = zone.getRules().nextTransition(FIRST);
        while (next != null && next.getInstant().isBefore(LAST)) {
            all.add(next);
            next = zone.getRules().nextTransition(next.getInstant());
        }
        return all;
    }

    /** Both edges of the leap, its middle, the second before it, and office hours. */
    private static Set<LocalTime> times(ZoneOffsetTransition change) {
        LocalDateTime before = change.getDateTimeBefore();
        LocalDateTime after = change.getDateTimeAfter();
        Duration half = Duration.between(before, after).dividedBy(2);
        return new TreeSet<>(
                List.of(
                        before.toLocalTime(),
                        after.toLocalTime(),
                        before.plus(half).toLocalTime(),
                        before.minusSeconds(1).toLocalTime(),
                        LocalTime.of(9, 0)));
    }

    private static void check(
            ZoneId zone, ZoneOffsetTransition change, LocalTime time, List<String> wrong) {
        LocalDate day = change.getDateTimeBefore().toLocalDate();
        LocalDate begin = day.minusDays(DAYS);
        Layer layer = layer(Unit.DAY, 1, begin.atTime(time).toString(), "0", "1", "2", "3", "4");
        Schedule schedule = Schedules.of(zone.getId(), layer);
        List<Instant> expected = new ArrayList<>();
        for (int i = 0; i <= 2 * DAYS; i++) {
            expected.add(showing(begin.plusDays(i).atTime(time), zone));
        }

        List<Shift> shifts = schedule.shifts(expected.get(0), expected.get(expected.size() - 1));
        List<Shift> turns = new ArrayList<>();
        for (int i = 0; i < 2 * DAYS; i++) {
            if (expected.get(i).isBefore(expected.get(i + 1))) { // a day that a zone left out
                turns.add(new Shift("" + i % 5, expected.get(i), expected.get(i + 1)));
            }
        }
        boolean atOnce =
                turns.stream()
                        .allMatch(
                                turn ->
                                        schedule.onCall(turn.from())
                                                        .equals(List.of(turn.contactId()))
                                                && schedule.onCall(turn.to().minusMillis(1))
                                                        .equals(List.of(turn.contactId())));
        if (!shifts.equals(turns) || !atOnce) {
            wrong.add(zone + " " + change + " at " + time + ": " + shifts);
        }
    }

    /**
     * The first instant at which the clock shows the time or has leapt over it, found by running
     * it.
     */
    private static Instant showing(LocalDateTime local, ZoneId zone) {
        Instant at = local.toInstant(ZoneOffset.MAX);
        LocalDateTime shown = LocalDateTime.ofInstant(at, zone);
        while (shown.isBefore(local)) {
            ZoneOffsetTransition next = zone.getRules().nextTransition(at);
            Instant straight = at.plus(Duration.between(shown, local));
            at = next == null || next.getInstant().isAfter(straight) ? straight : next.getInstant();
            shown = LocalDateTime.ofInstant(at, zone);
        }
        return at;
    }
}
