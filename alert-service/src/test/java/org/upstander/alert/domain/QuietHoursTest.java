package org.upstander.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Set<DayOfWeek> ALL = EnumSet.allOf(DayOfWeek.class);

    /** The clocks of Berlin went forward on 29 March 2026 and back on 25 October 2026. */
    @ParameterizedTest
    @CsvSource({
        "22:00, 07:00, 2026-03-28T20:59:59Z, false", // 21:59:59 in winter
        "22:00, 07:00, 2026-03-28T21:00:00Z, true",
        "22:00, 07:00, 2026-03-29T04:59:59Z, true", // 06:59:59 in summer
        "22:00, 07:00, 2026-03-29T05:00:00Z, false",
        "22:00, 07:00, 2026-03-29T20:00:00Z, true", // 22:00 in summer
        "22:00, 07:00, 2026-10-24T20:00:00Z, true", // 22:00 in summer
        "22:00, 07:00, 2026-10-25T05:59:59Z, true", // 06:59:59 in winter
        "22:00, 07:00, 2026-10-25T06:00:00Z, false",
        "02:30, 05:00, 2026-03-29T00:59:59Z, false", // 01:59:59, then there is no 02:30
        "02:30, 05:00, 2026-03-29T01:00:00Z, true", // 03:00
        "02:00, 03:00, 2026-10-25T00:30:00Z, true", // 02:30, and
        "02:00, 03:00, 2026-10-25T01:30:00Z, true", // 02:30 once more
        "02:00, 03:00, 2026-10-25T02:00:00Z, false",
        "12:00, 13:00, 2026-06-01T10:00:00Z, true",
        "12:00, 13:00, 2026-06-01T11:00:00Z, false",
        "22:00, 07:00, 2026-06-01T10:00:00Z, false"
    })
    void theClockOnTheWallDecides(LocalTime from, LocalTime to, Instant at, boolean quiet) {
        assertThat(new QuietHours(from, to, ALL, 4).hold(2, at, BERLIN)).isEqualTo(quiet);
    }

    /** 5 June 2026 is a Friday. */
    @ParameterizedTest
    @CsvSource({
        "2026-06-05T21:00:00Z, true",
        "2026-06-06T04:00:00Z, true",
        "2026-06-05T04:00:00Z, false",
        "2026-06-06T21:00:00Z, false"
    })
    void aNightBelongsToTheDayOnWhichItBegins(Instant at, boolean quiet) {
        QuietHours fridays =
                new QuietHours(
                        LocalTime.of(22, 0), LocalTime.of(7, 0), Set.of(DayOfWeek.FRIDAY), 3);
        assertThat(fridays.hold(1, at, BERLIN)).isEqualTo(quiet);
    }

    @Test
    void whatWeighsEnoughDisturbs() {
        QuietHours nights = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0), ALL, 3);
        Instant night = Instant.parse("2026-06-05T23:00:00Z");
        assertThat(nights.hold(2, night, BERLIN)).isTrue();
        assertThat(nights.hold(3, night, BERLIN)).isFalse();
        assertThat(nights.hold(4, night, BERLIN)).isFalse();
    }
}
