package org.upstander.alert.domain.schedule;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.domain.schedule.Schedules.layer;
import static org.upstander.alert.domain.schedule.Schedules.with;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.alert.domain.schedule.ShiftOverride.Kind;

class ScheduleTest {

    private static Instant at(String time) {
        return Instant.parse(time);
    }

    private static ShiftOverride override(Kind kind, String who, String instead) {
        return new ShiftOverride(
                kind, who, instead, at("2026-12-24T00:00:00Z"), at("2026-12-27T00:00:00Z"));
    }

    @Test
    void aMonthlyTurnKeepsItsDayAndIsClippedInShortMonths() {
        Schedule schedule =
                Schedules.of("UTC", layer(Unit.MONTH, 1, "2027-01-31T09:00", "a", "b", "c"));

        assertThat(schedule.shifts(at("2027-01-31T09:00:00Z"), at("2027-05-31T09:00:00Z")))
                .extracting(shift -> shift.contactId() + " " + shift.from())
                .containsExactly(
                        "a 2027-01-31T09:00:00Z",
                        "b 2027-02-28T09:00:00Z",
                        "c 2027-03-31T09:00:00Z",
                        "a 2027-04-30T09:00:00Z");
    }

    @Test
    void weeksHandOverOnMondayMorningInBerlinOnBothSidesOfTheClockChange() {
        Schedule schedule =
                Schedules.of("Europe/Berlin", layer(Unit.WEEK, 1, "2026-03-23T09:00", "a", "b"));

        assertThat(schedule.onCall(at("2026-03-30T06:59:59Z"))).containsExactly("a");
        assertThat(schedule.onCall(at("2026-03-30T07:00:00Z"))).containsExactly("b");
        assertThat(schedule.onCall(at("2026-04-06T07:00:00Z"))).containsExactly("a");
    }

    @Test
    void turnsOfTwelveHoursStayAtNineAndNine() {
        Schedule schedule =
                Schedules.of("Europe/Berlin", layer(Unit.HOUR, 12, "2026-10-24T09:00", "a", "b"));

        assertThat(schedule.shifts(at("2026-10-24T07:00:00Z"), at("2026-10-25T20:00:00Z")))
                .extracting(Shift::to)
                .containsExactly(
                        at("2026-10-24T19:00:00Z"), // 12 hours
                        at("2026-10-25T08:00:00Z"), // 13, the night of the second 02:30
                        at("2026-10-25T20:00:00Z"));
    }

    @Test
    void aLaterLayerTakesOverInItsHours() {
        Hours nights =
                new Hours(EnumSet.range(MONDAY, FRIDAY), LocalTime.of(22, 0), LocalTime.of(6, 0));
        Schedule schedule =
                Schedules.of(
                        "UTC",
                        layer(Unit.DAY, 1, "2026-01-05T00:00", "day"),
                        layer(nights, "2026-01-05T00:00", "night"));

        assertThat(schedule.onCall(at("2026-01-09T21:59:59Z"))).containsExactly("day");
        assertThat(schedule.onCall(at("2026-01-09T22:00:00Z"))).containsExactly("night");
        assertThat(schedule.onCall(at("2026-01-10T05:59:59Z"))).containsExactly("night");
        assertThat(schedule.onCall(at("2026-01-10T23:00:00Z"))).containsExactly("day");
    }

    @Test
    void equalHoursAreAWholeDay() {
        Hours saturday = new Hours(EnumSet.of(SATURDAY), LocalTime.of(8, 0), LocalTime.of(8, 0));
        Schedule schedule = Schedules.of("UTC", layer(saturday, "2026-01-05T00:00", "a"));

        assertThat(schedule.shifts(at("2026-01-05T00:00:00Z"), at("2026-01-12T00:00:00Z")))
                .containsExactly(
                        new Shift("a", at("2026-01-10T08:00:00Z"), at("2026-01-11T08:00:00Z")));
    }

    @Test
    void beforeItsStartAndWithoutLayersNobodyIsOnCall() {
        Schedule later = Schedules.of("UTC", layer(Unit.DAY, 1, "2027-01-01T00:00", "a"));

        assertThat(later.onCall(at("2026-12-31T23:59:59Z"))).isEmpty();
        assertThat(Schedules.of("UTC").onCall(at("2026-12-31T23:59:59Z"))).isEmpty();
    }

    @Test
    void overridesAddRemoveAndReplaceInTheirOrderAndEnd() {
        Schedule base = Schedules.of("UTC", layer(Unit.DAY, 1, "2026-01-01T00:00", "a"));
        Instant during = at("2026-12-24T00:00:00Z");

        assertThat(with(base, override(Kind.ADD, "b", null)).onCall(during))
                .containsExactly("a", "b");
        assertThat(with(base, override(Kind.ADD, "a", null)).onCall(during)).containsExactly("a");
        assertThat(with(base, override(Kind.REMOVE, "a", null)).onCall(during)).isEmpty();
        assertThat(with(base, override(Kind.REPLACE, "b", null)).onCall(during))
                .containsExactly("b");
        assertThat(with(base, override(Kind.REPLACE, "b", "a")).onCall(during))
                .containsExactly("b");
        assertThat(with(base, override(Kind.REPLACE, "b", "x")).onCall(during))
                .containsExactly("a");
        assertThat(
                        with(base, override(Kind.REPLACE, "b", null), override(Kind.ADD, "c", null))
                                .onCall(during))
                .containsExactly("b", "c");
        assertThat(with(base, override(Kind.REPLACE, "b", null)).onCall(at("2026-12-27T00:00:00Z")))
                .containsExactly("a");
    }

    @Test
    void aTemporaryScheduleReplacesLayersAndOverrides() {
        Schedule base =
                with(
                        Schedules.of("UTC", layer(Unit.DAY, 1, "2026-01-01T00:00", "a")),
                        override(Kind.ADD, "b", null));
        Schedule schedule =
                new Schedule(
                        "s",
                        "S",
                        ZoneId.of("UTC"),
                        base.layers(),
                        base.overrides(),
                        List.of(
                                new TemporarySchedule(
                                        at("2026-12-24T12:00:00Z"),
                                        at("2026-12-25T00:00:00Z"),
                                        List.of(
                                                new Shift(
                                                        "c",
                                                        at("2026-12-24T12:00:00Z"),
                                                        at("2026-12-24T18:00:00Z"))))));

        assertThat(schedule.spans(at("2026-12-24T06:00:00Z"), at("2026-12-25T06:00:00Z")))
                .extracting(Span::contacts)
                .containsExactly(List.of("a", "b"), List.of("c"), List.of(), List.of("a", "b"));
        assertThat(schedule.shifts(at("2026-12-24T06:00:00Z"), at("2026-12-25T06:00:00Z")))
                .extracting(Shift::contactId)
                .containsExactly("a", "b", "c", "a", "b");
        assertThat(schedule.contacts()).containsExactly("a", "b", "c");
    }

    @Test
    void hoursThatTheClockLeapsOverEndAtTheLeap() {
        Hours gap =
                new Hours(
                        EnumSet.allOf(java.time.DayOfWeek.class),
                        LocalTime.of(2, 15),
                        LocalTime.of(2, 45));
        Schedule schedule = Schedules.of("Europe/Berlin", layer(gap, "2026-01-05T00:00", "a"));

        assertThat(schedule.shifts(at("2026-03-28T12:00:00Z"), at("2026-03-29T12:00:00Z")))
                .isEmpty();
        assertThat(schedule.shifts(at("2026-03-29T12:00:00Z"), at("2026-03-30T12:00:00Z")))
                .containsExactly(
                        new Shift("a", at("2026-03-30T00:15:00Z"), at("2026-03-30T00:45:00Z")));
    }
}
