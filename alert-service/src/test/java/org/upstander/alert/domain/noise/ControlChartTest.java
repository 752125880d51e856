package org.upstander.alert.domain.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.alert.domain.noise.ControlChart.Judgement;
import org.upstander.alert.domain.noise.ControlChart.State;

class ControlChartTest {

    private static final ControlChart CHART = ControlChart.USUAL;

    /**
     * (3 + 1/2) / (199 + 1) = 0.0175; sqrt(0.0175 · 0.9825 / 100) = 0.0131125, three of it
     * 0.0393376.
     */
    @Test
    void limitsAreThreeSigmasAroundWhatIsUsualAndNeverBelowNothing() {
        ControlLimits limits = ControlLimits.of(mentions(199, 3), 100);

        assertThat(limits.centre()).isCloseTo(0.0175, within(1e-9));
        assertThat(limits.upper()).isCloseTo(0.0568376, within(1e-6));
        assertThat(limits.lower()).isZero();
    }

    /** (100 + 1/2) / (400 + 1) = 0.2506234; sqrt(0.2506234 · 0.7493766 / 400) = 0.0216683. */
    @Test
    void whereAttacksAreUsualThereIsALowerLimit() {
        ControlLimits limits = ControlLimits.of(mentions(400, 100), 400);

        assertThat(limits.lower()).isCloseTo(0.1856184, within(1e-6));
        assertThat(limits.upper()).isCloseTo(0.3156284, within(1e-6));
    }

    /** Usual are 0.0175: of a hundred five are within the limit of 0.0568, six are not. */
    @ParameterizedTest
    @CsvSource({
        "99, 0, 20, 3, NO_BASELINE",
        "199, 3, 0, 0, TOO_FEW",
        "199, 3, 19, 19, TOO_FEW",
        "199, 3, 20, 2, WITHIN",
        "199, 3, 20, 3, ABOVE",
        "199, 3, 100, 5, WITHIN",
        "199, 3, 100, 6, ABOVE",
        "100, 0, 20, 2, TOO_FEW",
        "100, 0, 20, 3, ABOVE",
        "400, 100, 400, 74, BELOW",
        "400, 100, 400, 75, WITHIN",
        "400, 100, 400, 126, WITHIN",
        "400, 100, 400, 127, ABOVE",
        "100, 0, 1000, 0, WITHIN"
    })
    void aShareIsJudgedByWhatIsUsual(
            long before, long attacksBefore, long mentions, long attacks, State state) {
        Judgement judged =
                CHART.judge(mentions(before, attacksBefore), mentions(mentions, attacks));

        assertThat(judged.state()).isEqualTo(state);
        assertThat(judged.limits().isPresent())
                .isEqualTo(state != State.NO_BASELINE && mentions > 0);
        assertThat(judged.reason()).isNotBlank();
    }

    @Test
    void theReasonHasTheNumbers() {
        assertThat(CHART.judge(mentions(199, 3), mentions(100, 14)).reason())
                .isEqualTo(
                        "14 of 100 mentions are attacks, 14.0 %; usual is 1.8 %, and up to 5.7 % of so many");
        assertThat(CHART.judge(mentions(99, 3), mentions(100, 14)).reason())
                .isEqualTo("99 mentions before it; it takes 100 to know what is usual");
        assertThat(CHART.judge(mentions(199, 3), mentions(4, 1)).reason())
                .isEqualTo(
                        "1 of 4 mentions are attacks, 25.0 %; fewer than 20 mentions or 3 attacks are not judged");
    }

    @Test
    void spamChangesNothing() {
        Mentions spam = new Mentions(0, 0, 0, 0, 10_000);

        assertThat(CHART.judge(mentions(199, 3).plus(spam), mentions(100, 6).plus(spam)))
                .isEqualTo(CHART.judge(mentions(199, 3), mentions(100, 6)));
        assertThat(CHART.judge(spam, mentions(100, 6)).state()).isEqualTo(State.NO_BASELINE);
    }

    @Property
    void limitsHoldWhatIsUsualAndMoreMentionsMakeThemNarrower(
            @ForAll @IntRange(min = 100, max = 100_000) int before,
            @ForAll @IntRange(max = 100) int percent,
            @ForAll @IntRange(min = 1, max = 10_000) int size) {
        Mentions baseline = mentions(before, (long) before * percent / 100);

        ControlLimits limits = ControlLimits.of(baseline, size);
        ControlLimits more = ControlLimits.of(baseline, size + 1L);

        assertThat(limits.lower()).isBetween(0.0, limits.centre());
        assertThat(limits.upper()).isBetween(limits.centre(), 1.0);
        assertThat(more.upper() - more.lower())
                .isLessThanOrEqualTo(limits.upper() - limits.lower());
    }

    @Test
    void aRuleThatNeedsNothingIsNoRule() {
        assertThatThrownBy(() -> new ControlChart(0, 20, 3))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Mentions mentions(long judged, long attacks) {
        return new Mentions(0, judged - attacks, 0, attacks, 0);
    }
}
