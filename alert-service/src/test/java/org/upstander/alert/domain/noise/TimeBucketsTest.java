package org.upstander.alert.domain.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.alert.domain.noise.TimeBuckets.Size;

class TimeBucketsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void bucketsAreWholeFromThatOfTheBeginToThatOfTheEnd() {
        TimeBuckets hours =
                TimeBuckets.of(
                        at("2026-11-23T10:30:00Z"), at("2026-11-23T12:00:01Z"), BERLIN, Size.HOUR);

        assertThat(hours.edges())
                .containsExactly(
                        at("2026-11-23T10:00:00Z"),
                        at("2026-11-23T11:00:00Z"),
                        at("2026-11-23T12:00:00Z"),
                        at("2026-11-23T13:00:00Z"));
        assertThat(
                        TimeBuckets.of(
                                        at("2026-11-23T10:00:00Z"),
                                        at("2026-11-23T12:00:00Z"),
                                        BERLIN,
                                        Size.HOUR)
                                .count())
                .isEqualTo(2);
    }

    /** The clocks of Berlin go forward on 2026-03-29 and back on 2026-10-25. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-29T12:00:00Z, 2026-03-28T23:00:00Z, 23",
        "2026-10-25T12:00:00Z, 2026-10-24T22:00:00Z, 25",
        "2026-11-23T23:30:00Z, 2026-11-23T23:00:00Z, 24"
    })
    void aDayIsFromMidnightToMidnightWhereSomebodyLives(Instant at, Instant begin, int hours) {
        TimeBuckets days = TimeBuckets.of(at, at.plusSeconds(1), BERLIN, Size.DAY);

        assertThat(days.count()).isEqualTo(1);
        assertThat(days.from()).isEqualTo(begin);
        assertThat(Duration.between(days.from(), days.to())).isEqualTo(Duration.ofHours(hours));
    }

    /** Midnight does not come in Havana on 2026-03-08: the day begins at one. */
    @Test
    void aDayWithoutAMidnightBeginsWhenItBegins() {
        Instant noon = at("2026-03-08T16:00:00Z");
        TimeBuckets days =
                TimeBuckets.of(noon, noon.plusSeconds(1), ZoneId.of("America/Havana"), Size.DAY);

        assertThat(days.from()).isEqualTo(at("2026-03-08T05:00:00Z"));
        assertThat(days.to()).isEqualTo(at("2026-03-09T04:00:00Z"));
    }

    @Test
    void whatIsBeforeIsAsManyDaysAlsoOverAChangeOfClocks() {
        TimeBuckets days =
                TimeBuckets.of(
                        at("2026-10-26T12:00:00Z"), at("2026-10-27T12:00:00Z"), BERLIN, Size.DAY);
        TimeBuckets hours =
                TimeBuckets.of(
                        at("2026-10-26T12:00:00Z"), at("2026-10-26T14:00:00Z"), BERLIN, Size.HOUR);

        assertThat(days.withDaysBefore(28).count()).isEqualTo(30);
        assertThat(days.withDaysBefore(28).from()).isEqualTo(at("2026-09-27T22:00:00Z"));
        assertThat(hours.withDaysBefore(2).count()).isEqualTo(50);
    }

    @Test
    void allIsOneFromWhereToWhereItWasAsked() {
        TimeBuckets all =
                TimeBuckets.of(
                        at("2026-11-01T10:30:00Z"), at("2026-11-23T12:00:01Z"), BERLIN, Size.ALL);

        assertThat(all.edges())
                .containsExactly(at("2026-11-01T10:30:00Z"), at("2026-11-23T12:00:01Z"));
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }
}
