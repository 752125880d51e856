package org.upstander.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void listOfMeasurementsIsSplitAndTrimmed() {
        assertThat(Options.only("R1, R4")).containsExactly("R1", "R4");
        assertThat(Options.only("")).isEmpty();
    }

    @Test
    void unknownMeasurementIsRefusedWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.only("R2"))
                .withMessageContaining("R1,R3,R4,R6");
    }

    @Test
    void roundsAreBounded() {
        assertThat(Options.rounds("5")).isEqualTo(5);
        assertThatIllegalArgumentException().isThrownBy(() -> Options.rounds("0"));
        assertThatIllegalArgumentException().isThrownBy(() -> Options.rounds("21"));
    }
}
