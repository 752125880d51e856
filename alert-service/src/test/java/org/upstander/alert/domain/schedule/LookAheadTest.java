package org.upstander.alert.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookAheadTest {

    @ParameterizedTest
    @CsvSource({
        // Turns of a day that change at nine; the day on which clocks go forward has 23 hours.
        "DAY,1,2026-03-28T09:00,2026-03-28T08:00:00Z,a,2026-03-29T07:00:00Z",
        "DAY,1,2026-03-28T09:00,2026-03-28T20:00:00Z,a,2026-03-29T07:00:00Z",
        "DAY,1,2026-03-28T09:00,2026-03-29T07:00:00Z,b,2026-03-30T07:00:00Z",
        "WEEK,1,2026-11-02T09:00,2026-11-04T12:00:00Z,a,2026-11-09T08:00:00Z",
        "MONTH,1,2026-11-02T09:00,2026-11-04T12:00:00Z,a,2026-12-02T08:00:00Z"
    })
    void aShiftEndsAtTheHandOffOnTheWall(
            Unit every, int length, String start, Instant at, String who, Instant end) {
        Schedule schedule =
                Schedules.of("Europe/Berlin", Schedules.layer(every, length, start, "a", "b"));

        assertThat(LookAhead.endOfShift(schedule, who, at)).isEqualTo(end);
    }

    @Test
    void whoFollowsThemselvesGoesOn() {
        Schedule schedule =
                Schedules.of(
                        "UTC", Schedules.layer(Unit.DAY, 1, "2026-11-02T09:00", "a", "a", "b"));

        assertThat(LookAhead.endOfShift(schedule, "a", Instant.parse("2026-11-02T10:00:00Z")))
                .isEqualTo(Instant.parse("2026-11-04T09:00:00Z"));
    }

    @Test
    void anOverrideEndsAShiftAndOneWhoIsAlwaysOnCallIsLookedAtAgain() {
        Instant at = Instant.parse("2026-11-02T10:00:00Z");
        Schedule always =
                Schedules.of("UTC", Schedules.layer(Unit.DAY, 1, "2026-11-02T09:00", "a"));
        Schedule swapped =
                Schedules.with(
                        always,
                        new ShiftOverride(
                                ShiftOverride.Kind.REPLACE,
                                "b",
                                null,
                                at.plusSeconds(60),
                                at.plusSeconds(120)));

        assertThat(LookAhead.endOfShift(always, "a", at)).isEqualTo(at.plus(Duration.ofDays(35)));
        assertThat(LookAhead.endOfShift(swapped, "a", at)).isEqualTo(at.plusSeconds(60));
    }

    @Test
    void somebodyIsOnCallAgainAfterAGapOrNobodyIs() {
        Instant at = Instant.parse("2026-11-02T10:00:00Z");
        Schedule empty = Schedules.of("UTC");
        Schedule later =
                Schedules.with(
                        empty,
                        new ShiftOverride(
                                ShiftOverride.Kind.ADD,
                                "b",
                                null,
                                at.plus(Duration.ofDays(20)),
                                at.plus(Duration.ofDays(21))));

        assertThat(LookAhead.nextOnCall(empty, at)).isEmpty();
        assertThat(LookAhead.nextOnCall(later, at)).contains(at.plus(Duration.ofDays(20)));
    }
}
