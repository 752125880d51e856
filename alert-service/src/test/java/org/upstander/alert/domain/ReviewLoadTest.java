package org.upstander.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewLoadTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ReviewLoad.Budget BUDGET = new ReviewLoad.Budget(10, 60, 1);

    /** The clocks of Berlin go back on 2026-10-25: the hour after 02:00 comes twice. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-11-23T20:59:59Z, ",
        "Europe/Berlin, 2026-11-23T21:00:00Z, 2026-11-23",
        "Europe/Berlin, 2026-11-24T05:59:59Z, 2026-11-23",
        "Europe/Berlin, 2026-11-24T06:00:00Z, ",
        "Europe/Berlin, 2026-10-25T00:30:00Z, 2026-10-24",
        "Europe/Berlin, 2026-10-25T01:30:00Z, 2026-10-24",
        "Europe/Berlin, 2026-10-25T05:59:59Z, 2026-10-24",
        "Europe/Berlin, 2026-10-25T06:00:00Z, ",
        "America/New_York, 2026-11-24T06:00:00Z, 2026-11-23",
        "Asia/Kathmandu, 2026-11-23T16:15:00Z, 2026-11-23",
        "Asia/Kathmandu, 2026-11-23T16:00:00Z, ",
    })
    void aNightGoesFromTenToSevenWhereTheyLive(ZoneId zone, Instant at, LocalDate night) {
        assertThat(ReviewLoad.night(at, zone).orElse(null)).isEqualTo(night);
    }

    @Test
    void aNightCountsOnceHoweverOftenItWasDisturbedAndADayDoesNotCount() {
        assertThat(
                        ReviewLoad.of(
                                List.of(),
                                List.of(
                                        page("ct-1", "2026-11-23T22:00:00Z"),
                                        page("ct-1", "2026-11-24T04:00:00Z"),
                                        page("ct-1", "2026-11-24T12:00:00Z"),
                                        page("ct-2", "2026-11-24T12:00:00Z")),
                                BUDGET))
                .containsExactly(new ReviewLoad("ct-1", "Name of ct-1", 0, 0, 1, false));
    }

    @Test
    void readingsOfOneResponderAddUpAndMoreThanTheBudgetIsOverIt() {
        assertThat(
                        ReviewLoad.of(
                                List.of(
                                        new ReviewLoad.Read(
                                                "ct-1", "Lea", 6, Duration.ofSeconds(90)),
                                        new ReviewLoad.Read(
                                                "ct-1", "Lea", 4, Duration.ofSeconds(90)),
                                        new ReviewLoad.Read(
                                                "ct-2", "Sam", 11, Duration.ofMinutes(5)),
                                        new ReviewLoad.Read(
                                                "ct-4", "Uma", 2, Duration.ofMinutes(61)),
                                        new ReviewLoad.Read(
                                                "ct-3", "Ida", 1, Duration.ofMinutes(1))),
                                List.of(
                                        page("ct-3", "2026-11-23T22:00:00Z"),
                                        page("ct-3", "2026-11-24T22:00:00Z")),
                                BUDGET))
                .containsExactly(
                        new ReviewLoad("ct-2", "Sam", 11, 5, 0, true),
                        new ReviewLoad("ct-4", "Uma", 2, 61, 0, true),
                        new ReviewLoad("ct-3", "Ida", 1, 1, 2, true),
                        new ReviewLoad("ct-1", "Lea", 10, 3, 0, false));
    }

    private static ReviewLoad.Page page(String contact, String at) {
        return new ReviewLoad.Page(contact, "Name of " + contact, BERLIN, Instant.parse(at));
    }
}
