package org.upstander.ingest.application.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a source is asked again. */
class PaceTest {

    private static final Duration RHYTHM = Duration.ofMinutes(5);
    private static final double MIDDLE = 0.5;

    @ParameterizedTest
    @CsvSource({"0, PT4M30S", "0.5, PT5M", "1, PT5M30S"})
    void aTenthMoreOrLessKeepsSourcesOutOfStep(double chance, Duration expected) {
        assertThat(Pace.after(answer(false, Duration.ZERO), RHYTHM, chance)).isEqualTo(expected);
    }

    @Test
    void whoHasMoreIsAskedAtOnceAndWhoWantsToWaitLongerLater() {
        assertThat(Pace.after(answer(true, Duration.ofHours(1)), RHYTHM, MIDDLE)).isZero();
        assertThat(Pace.after(answer(false, Duration.ofHours(1)), RHYTHM, MIDDLE))
                .isEqualTo(Duration.ofHours(1));
        assertThat(Pace.after(answer(false, Duration.ofSeconds(1)), RHYTHM, MIDDLE))
                .isEqualTo(RHYTHM);
        assertThat(Pace.after(answer(false, Duration.ofDays(365)), RHYTHM, MIDDLE))
                .isEqualTo(Pace.LONGEST);
        assertThat(Pace.after(answer(false, Duration.ZERO), null, MIDDLE)).isEqualTo(Pace.USUAL);
    }

    @ParameterizedTest
    @CsvSource({"1, PT10M", "2, PT20M", "3, PT40M", "4, PT1H", "1000000, PT1H"})
    void afterFailuresTwiceAsLongEachTimeButAnHourAtMost(int failures, Duration expected) {
        assertThat(Pace.after(failed(Optional.empty()), failures, RHYTHM, MIDDLE))
                .isEqualTo(expected);
    }

    @Test
    void failuresNeverShortenARhythmAndTheOtherSideMayWantToWaitLonger() {
        assertThat(Pace.after(failed(Optional.empty()), 3, Duration.ofHours(6), MIDDLE))
                .isEqualTo(Duration.ofHours(6));
        assertThat(Pace.after(failed(Optional.of(Duration.ofHours(2))), 1, RHYTHM, MIDDLE))
                .isEqualTo(Duration.ofHours(2));
        assertThat(Pace.after(failed(Optional.of(Duration.ofDays(99))), 1, RHYTHM, MIDDLE))
                .isEqualTo(Pace.LONGEST);
    }

    private static Polled.Answered answer(boolean more, Duration earliest) {
        return new Polled.Answered(List.of(), "", more, earliest);
    }

    private static Polled.Failed failed(Optional<Duration> pause) {
        return new Polled.Failed(PollFailure.ERROR, pause);
    }
}
