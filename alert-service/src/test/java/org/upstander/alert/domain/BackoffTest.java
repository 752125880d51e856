package org.upstander.alert.domain;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff =
            new Backoff(List.of(ofSeconds(5), ofSeconds(30)), ofMinutes(10));

    @Test
    void waitsAreSpreadByAFifthAndTheSameForTheSameDelivery() {
        List<Long> waits =
                IntStream.range(0, 200)
                        .mapToObj(i -> backoff.afterAttempt("dl_" + i, 2, Optional.empty()))
                        .map(wait -> wait.orElseThrow().toMillis())
                        .toList();

        assertThat(waits).allMatch(wait -> wait >= 24_000 && wait <= 36_000);
        assertThat(waits.stream().distinct().count()).isGreaterThan(20);
        assertThat(backoff.afterAttempt("dl_1", 1, Optional.empty()))
                .isEqualTo(backoff.afterAttempt("dl_1", 1, Optional.empty()));
    }

    @Test
    void aLongerWaitThatWasAskedForIsHonouredUpToALimit() {
        assertThat(backoff.afterAttempt("d", 1, Optional.of(ofMinutes(3)))).contains(ofMinutes(3));
        assertThat(backoff.afterAttempt("d", 1, Optional.of(ofMinutes(60))))
                .contains(ofMinutes(10));
        assertThat(backoff.afterAttempt("d", 2, Optional.of(ofSeconds(1))).orElseThrow())
                .isGreaterThan(ofSeconds(20));
    }

    @Test
    void attemptsAreUsedUpAfterTheLastWait() {
        assertThat(backoff.afterAttempt("d", 2, Optional.empty())).isPresent();
        assertThat(backoff.afterAttempt("d", 3, Optional.empty())).isEmpty();
    }
}
