package org.upstander.alert.domain.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.domain.pattern.AssessmentBuilder.assessment;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.upstander.alert.domain.Verdict;

/** Private data in public. */
class DoxxingTest {

    @Test
    void whatIsProtectedIsTheWorstHoweverMildTheRestIs() {
        assertThat(Doxxing.find(assessment("a1").attack(1).boundBy("protected").made()))
                .contains(
                        new Finding(
                                PatternKind.DOXXING,
                                4,
                                "Doxxing: something that is protected was made public",
                                List.of("a1")));
    }

    @Test
    void whatIsAskedForIsNearlyAsBad() {
        assertThat(Doxxing.find(assessment("a1").attack(1, "insult", "doxxing").made()))
                .contains(
                        new Finding(
                                PatternKind.DOXXING,
                                3,
                                "Doxxing: private data is asked for or hinted at",
                                List.of("a1")));
    }

    @Test
    void anotherAttackIsNone() {
        assertThat(Doxxing.find(assessment("a1").attack(4, "threat", "stalking").made())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void onlyAnAttackIsOneAndSpamNever(Verdict verdict) {
        AssessmentBuilder exposing =
                assessment("a1").attack(3, "doxxing").boundBy("protected").saying(verdict);

        assertThat(Doxxing.find(exposing.made()).isPresent()).isEqualTo(verdict == Verdict.ATTACK);
        assertThat(Doxxing.find(exposing.spam().made())).isEmpty();
    }
}
