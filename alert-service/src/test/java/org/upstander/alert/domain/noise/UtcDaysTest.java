package org.upstander.alert.domain.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.alert.domain.noise.TimeBuckets.Size;
import org.upstander.alert.domain.noise.UtcDays.Move;

class UtcDaysTest {

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Etc/UTC", "Z", "Africa/Abidjan"})
    void daysOfUtcAreDaysOfUtc(String zone) {
        TimeBuckets buckets = days("2026-11-21T10:00:00Z", "2026-11-23T10:00:00Z", zone);

        assertThat(UtcDays.of(buckets)).isEqualTo(new UtcDays(buckets.edges(), List.of()));
    }

    /**
     * The clocks go back on 2026-10-25: its midnight is two hours before that of UTC, the next one.
     */
    @Test
    void theFirstHoursOfBerlinAreOfTheDayBeforeInUtc() {
        UtcDays days =
                UtcDays.of(days("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", "Europe/Berlin"));

        assertThat(days.edges())
                .containsExactly(at("2026-10-25T00:00:00Z"), at("2026-10-26T00:00:00Z"));
        assertThat(days.moves())
                .containsExactly(
                        new Move(at("2026-10-24T22:00:00Z"), at("2026-10-25T00:00:00Z"), -1, 0),
                        new Move(at("2026-10-25T23:00:00Z"), at("2026-10-26T00:00:00Z"), 0, 1));
        assertThat(days.movedHours())
                .containsExactly(
                        at("2026-10-24T22:00:00Z"),
                        at("2026-10-24T23:00:00Z"),
                        at("2026-10-25T23:00:00Z"));
    }

    /** Midnight is at 18:30 UTC; the hour from 18:00 is of the day in which it begins. */
    @Test
    void anHourIsOfTheDayInWhichItBegins() {
        UtcDays days =
                UtcDays.of(days("2026-11-22T18:30:00Z", "2026-11-23T18:30:00Z", "Asia/Kolkata"));

        assertThat(days.moves())
                .containsExactly(
                        new Move(at("2026-11-22T19:00:00Z"), at("2026-11-23T00:00:00Z"), -1, 0),
                        new Move(at("2026-11-23T19:00:00Z"), at("2026-11-24T00:00:00Z"), 0, 1));
    }

    @Test
    void theLastHoursOfNewYorkAreOfTheDayAfterInUtc() {
        UtcDays days =
                UtcDays.of(
                        days("2026-11-22T05:00:00Z", "2026-11-23T05:00:00Z", "America/New_York"));

        assertThat(days.moves())
                .containsExactly(
                        new Move(at("2026-11-22T00:00:00Z"), at("2026-11-22T05:00:00Z"), 0, -1),
                        new Move(at("2026-11-23T00:00:00Z"), at("2026-11-23T05:00:00Z"), 1, 0));
    }

    private static TimeBuckets days(String from, String to, String zone) {
        return TimeBuckets.of(at(from), at(to), ZoneId.of(zone), Size.DAY);
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }
}
