package org.upstander.alert.domain.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoiseFloorTest {

    /** Worked out by hand: 10·log10((s + 1/2) / (a + 1/2)). */
    @ParameterizedTest
    @CsvSource({
        "0, 1, -4.7712",
        "1, 0, 4.7712",
        "49, 0, 19.9564",
        "9, 9, 0",
        "99, 0, 22.9885",
        "0, 49, -19.9564",
        "410, 9, 16.3559"
    })
    void signalToNoiseIsWhatIsSupportiveByWhatIsAnAttack(
            long supportive, long attack, double decibels) {
        NoiseFloor floor = new NoiseFloor(new Mentions(supportive, 1_000, 70, attack, 12));

        assertThat(floor.signalToNoise().getAsDouble()).isCloseTo(decibels, within(0.0001));
    }

    @Test
    void theRatioIsOfAllButSpam() {
        NoiseFloor floor = new NoiseFloor(new Mentions(410, 900, 130, 60, 5_000));

        assertThat(floor.attackRatio().getAsDouble()).isEqualTo(0.04);
    }

    @Test
    void whereNothingWasSaidThereIsNeither() {
        assertThat(new NoiseFloor(new Mentions(0, 0, 0, 0, 9)).attackRatio()).isEmpty();
        assertThat(new NoiseFloor(new Mentions(0, 0, 0, 0, 9)).signalToNoise()).isEmpty();
        assertThat(new NoiseFloor(new Mentions(0, 5, 5, 0, 0)).attackRatio()).hasValue(0);
        assertThat(new NoiseFloor(new Mentions(0, 5, 5, 0, 0)).signalToNoise()).isEmpty();
    }
}
