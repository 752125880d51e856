package org.upstander.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    /** Half after a week, a quarter after two; 2^(-1/2) = 0.7071068 after half a week. */
    @ParameterizedTest
    @CsvSource({
        "2, 2026-11-23T12:00:00Z, 2",
        "2, 2026-11-16T12:00:00Z, 1",
        "4, 2026-11-09T12:00:00Z, 1",
        "1, 2026-11-20T00:00:00Z, 0.7071068",
        "2, 2026-11-02T12:00:00Z, 0.25"
    })
    void anAttackWeighsHalfAfterAWeek(int severity, Instant postedAt, double risk) {
        assertThat(Risk.of(severity, postedAt, NOW)).isCloseTo(risk, within(1e-6));
    }
}
