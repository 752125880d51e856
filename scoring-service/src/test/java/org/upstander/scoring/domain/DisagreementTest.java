package org.upstander.scoring.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisagreementTest {

    @ParameterizedTest
    @CsvSource({
        "ATTACK, NEUTRAL, ONLY_LIVE",
        "ATTACK, CRITICISM, ONLY_LIVE",
        "CRITICISM, ATTACK, ONLY_SHADOW",
        "SUPPORTIVE, ATTACK, ONLY_SHADOW",
        "ATTACK, ATTACK,",
        "NEUTRAL, CRITICISM,",
        "ATTACK, ,",
        "NEUTRAL, ,",
    })
    void shouldCountOnlyWhatWouldPageOneWayAndNotTheOther(
            Verdict live, Verdict shadow, Disagreement expected) {
        assertThat(Disagreement.between(live, shadow).orElse(null)).isEqualTo(expected);
    }
}
