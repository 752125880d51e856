package org.upstander.alert.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssessmentConsumerTest {

    private static final Instant CAME = Instant.parse("2026-11-23T12:00:00Z");

    /** A clock that is set back by an hour holds no page up for an hour. */
    @ParameterizedTest
    @CsvSource({"0, 10", "3, 7", "10, 0", "25, -15", "-1, 10", "-3600000, 10"})
    void aPostWaitsTenMillisecondsFromWhenItCameAndNeverMore(long passed, long left) {
        assertThat(AssessmentConsumer.left(CAME, CAME.plusMillis(passed)))
                .isEqualTo(Duration.ofMillis(left));
    }
}
