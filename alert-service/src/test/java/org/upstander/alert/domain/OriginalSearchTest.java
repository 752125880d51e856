package org.upstander.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.alert.domain.OriginalSearch.Outcome;

class OriginalSearchTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void itIsLookedForAroundTheTimeAtWhichItsPostCame() {
        OriginalSearch search = new OriginalSearch(RECEIVED, RECEIVED.plusSeconds(7_200));

        assertThat(search.from()).isEqualTo("2026-11-23T11:59:55Z");
        assertThat(search.until()).isEqualTo("2026-11-23T12:02:00Z");
    }

    @Test
    void whereNobodySaidWhenItIsLookedForBeforeItWasJudged() {
        OriginalSearch search = new OriginalSearch(null, RECEIVED);

        assertThat(search.from()).isEqualTo("2026-11-23T11:50:00Z");
        assertThat(search.until()).isEqualTo("2026-11-23T12:02:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_THERE,  PT1M,  ",
        "NOT_THERE,  PT11M, ",
        "NOT_THERE,  PT12M, NOT_FOUND",
        "NOT_THERE,  PT72H, TOO_OLD",
        "SEALED,     PT71H, ",
        "SEALED,     PT72H, UNREADABLE",
        "NOT_LOOKED, PT71H, ",
        "NOT_LOOKED, PT72H, TOO_OLD",
        "FOUND,      PT72H, "
    })
    void itIsGivenUpWhenItCannotComeAnyMore(
            Outcome outcome, Duration after, OriginalSearch.Missing why) {
        OriginalSearch search = new OriginalSearch(RECEIVED, RECEIVED);

        assertThat(search.givenUp(outcome, RECEIVED.plus(after)).orElse(null)).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource({"1, PT5S", "2, PT10S", "5, PT1M20S", "10, PT30M", "1000, PT30M"})
    void theWaitsGrow(int attempt, Duration wait) {
        assertThat(OriginalSearch.wait(attempt)).isEqualTo(wait);
    }
}
