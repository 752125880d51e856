package org.upstander.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
    private static final ReviewLoad.Budget BUDGET = new ReviewLoad.Budget(10, 60, 1, 2);
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

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
                        load(
                                List.of(),
                                List.of(
                                        moment("ct-1", "2026-11-23T22:00:00Z"),
                                        moment("ct-1", "2026-11-24T04:00:00Z"),
                                        moment("ct-1", "2026-11-24T12:00:00Z"),
                                        moment("ct-2", "2026-11-24T12:00:00Z"),
                                        moment("ct-3", "2026-11-17T22:00:00Z")),
                                List.of()))
                .containsExactly(new ReviewLoad("ct-1", "Name of ct-1", 0, 0, 1, 2, false, null));
    }

    @Test
    void readingsOfOneResponderAddUpAndMoreThanTheBudgetIsOverIt() {
        List<ReviewLoad> loads =
                load(
                        List.of(
                                new ReviewLoad.Read("ct-1", "Lea", 6, Duration.ofSeconds(90)),
                                new ReviewLoad.Read("ct-1", "Lea", 4, Duration.ofSeconds(90)),
                                new ReviewLoad.Read("ct-2", "Sam", 11, Duration.ofMinutes(5)),
                                new ReviewLoad.Read("ct-4", "Uma", 2, Duration.ofMinutes(61)),
                                new ReviewLoad.Read("ct-3", "Ida", 1, Duration.ofMinutes(1))),
                        List.of(
                                moment("ct-3", "2026-11-23T22:00:00Z"),
                                moment("ct-3", "2026-11-24T22:00:00Z")),
                        List.of());

        assertThat(loads)
                .extracting(
                        ReviewLoad::responder,
                        ReviewLoad::itemsRead,
                        ReviewLoad::minutesRead,
                        ReviewLoad::nightsDisturbed,
                        ReviewLoad::overBudget)
                .containsExactly(
                        tuple("ct-2", 11L, 5L, 0L, true),
                        tuple("ct-4", 2L, 61L, 0L, true),
                        tuple("ct-3", 1L, 1L, 2L, true),
                        tuple("ct-1", 10L, 3L, 0L, false));
        assertThat(loads)
                .extracting(ReviewLoad::hint)
                .containsExactly(
                        "11 texts read within 7 days (10 at most): hand the next ones over to somebody else for a while",
                        "61 minutes of reading within 7 days (60 at most): hand the next ones over to somebody else for a while",
                        "2 nights disturbed within 7 days (1 at most): hand the next ones over to somebody else for a while",
                        null);
    }

    @Test
    void daysInARowAreThoseOnWhichTheyReadOrWereReachedWhereTheyLive() {
        // Given: reached on the 23rd and, by the clock of Berlin, on the 25th; read on the 24th
        List<ReviewLoad> loads =
                load(
                        List.of(),
                        List.of(
                                moment("ct-1", "2026-11-23T12:00:00Z"),
                                moment("ct-1", "2026-11-25T10:00:00Z"),
                                moment("ct-2", "2026-11-25T10:00:00Z")),
                        List.of(
                                moment("ct-1", "2026-11-24T22:59:00Z"),
                                moment("ct-2", "2026-11-24T23:00:00Z")));

        // Then: ct-2 read and was reached on one day only
        assertThat(loads)
                .extracting(ReviewLoad::responder, ReviewLoad::consecutiveDays, ReviewLoad::hint)
                .containsExactly(
                        tuple(
                                "ct-1",
                                3L,
                                "3 days in a row (2 at most): hand the next ones over to somebody else for a while"));
    }

    private static List<ReviewLoad> load(
            List<ReviewLoad.Read> reads,
            List<ReviewLoad.Moment> pages,
            List<ReviewLoad.Moment> readings) {
        return ReviewLoad.of(new ReviewLoad.Known(reads, pages, readings), BUDGET, NOW);
    }

    private static ReviewLoad.Moment moment(String contact, String at) {
        return new ReviewLoad.Moment(contact, "Name of " + contact, BERLIN, Instant.parse(at));
    }
}
