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
                .withMessageContaining("R1,R3,R4,R6,R11,R12,R13,R14,R15,R16,scoring");
    }

    @Test
    void sharesAndRostersAreAscendingEachOnce() {
        assertThat(Options.mentions("20, 0,2,2")).containsExactly(0, 2, 20);
        assertThat(Options.rosters("1000,10")).containsExactly(10, 1_000);
        assertThatIllegalArgumentException().isThrownBy(() -> Options.mentions("101"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.rosters("0"))
                .withMessageContaining("bench.rosters");
        assertThatIllegalArgumentException().isThrownBy(() -> Options.rosters(","));
    }

    @Test
    void backlogIsBounded() {
        assertThat(Options.backlog("30000")).isEqualTo(30_000);
        assertThatIllegalArgumentException().isThrownBy(() -> Options.backlog("9999"));
        assertThatIllegalArgumentException().isThrownBy(() -> Options.backlog("1000001"));
    }

    @Test
    void archiveIsBounded() {
        assertThat(Options.archive("5000000")).isEqualTo(5_000_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.archive("5000001"))
                .withMessageContaining("bench.archive");
    }

    @Test
    void assessmentsAreBounded() {
        assertThat(Options.assessments("200000")).isEqualTo(200_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.assessments("9999"))
                .withMessageContaining("bench.assessments");
    }

    @Test
    void storedAssessmentsAreBounded() {
        assertThat(Options.stored("10000")).isEqualTo(10_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.stored("9999"))
                .withMessageContaining("bench.stored");
        assertThatIllegalArgumentException().isThrownBy(() -> Options.stored("10000001"));
    }

    @Test
    void stormIsBounded() {
        assertThat(Options.storm("500")).isEqualTo(500);
        assertThatIllegalArgumentException().isThrownBy(() -> Options.storm("99"));
        assertThatIllegalArgumentException().isThrownBy(() -> Options.storm("10001"));
    }

    @Test
    void roundsAreBounded() {
        assertThat(Options.rounds("5")).isEqualTo(5);
        assertThatIllegalArgumentException().isThrownBy(() -> Options.rounds("0"));
        assertThatIllegalArgumentException().isThrownBy(() -> Options.rounds("21"));
    }
}
