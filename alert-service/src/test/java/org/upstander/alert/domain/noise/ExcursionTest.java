package org.upstander.alert.domain.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.upstander.alert.domain.noise.ControlChart.State;
import org.upstander.alert.domain.noise.Excursion.Step;

class ExcursionTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration CALM = Duration.ofDays(1);

    @Test
    void moreThanUsualIsNewsOnce() {
        Step first = next(Optional.empty(), State.ABOVE, 0);
        assertThat(first).isEqualTo(new Step.Begins(new Excursion(NOON, NOON)));

        Step later = next(Optional.of(new Excursion(NOON, NOON)), State.ABOVE, 5);
        assertThat(later).isEqualTo(new Step.GoesOn(new Excursion(NOON, hour(5))));
    }

    @ParameterizedTest
    @EnumSource(value = State.class, names = "ABOVE", mode = EnumSource.Mode.EXCLUDE)
    void aPauseToBreatheIsNoEndAndADayIs(State found) {
        Optional<Excursion> known = Optional.of(new Excursion(NOON, hour(5)));

        assertThat(next(known, found, 28)).isEqualTo(new Step.GoesOn(known.get()));
        assertThat(next(known, found, 29)).isEqualTo(new Step.Over());
        assertThat(next(Optional.empty(), found, 28)).isEqualTo(new Step.Nothing());
    }

    private static Step next(Optional<Excursion> underWay, State found, int hours) {
        return Excursion.next(underWay, found, hour(hours), CALM);
    }

    private static Instant hour(int hours) {
        return NOON.plus(Duration.ofHours(hours));
    }
}
