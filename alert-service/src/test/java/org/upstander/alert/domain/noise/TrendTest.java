package org.upstander.alert.domain.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.alert.domain.noise.Trend.Direction;

class TrendTest {

    private static final Trend USUAL = new Trend(0.02, 0.02, 0, true);

    /**
     * 0.2 · 0.06 + 0.8 · 0.02 = 0.028; the variance is 0.04 · 0.02 · 0.98 / 100 = 7.84e-6, three
     * sigmas 0.0084. Then 0.0344, 7.84e-6 + 0.64 · 7.84e-6 = 1.28576e-5, 0.0107572.
     */
    @Test
    void whatIsHigherDayAfterDayRisesThoughNoDayIsOutOfItsLimits() {
        Trend first = USUAL.next(mentions(100, 6));
        Trend second = first.next(mentions(100, 6));

        assertThat(first.value()).isCloseTo(0.028, within(1e-9));
        assertThat(first.variance()).isCloseTo(7.84e-6, within(1e-12));
        assertThat(first.direction()).isEqualTo(Direction.STEADY);
        assertThat(second.value()).isCloseTo(0.0344, within(1e-9));
        assertThat(second.variance()).isCloseTo(1.28576e-5, within(1e-12));
        assertThat(second.direction()).isEqualTo(Direction.RISING);
    }

    @Test
    void whatIsLowerFallsAndAQuietDayChangesNothing() {
        Trend trend = new Trend(0.3, 0.3, 0, true);
        for (int day = 0; day < 5; day++) {
            trend = trend.next(mentions(400, 60));
        }

        assertThat(trend.direction()).isEqualTo(Direction.FALLING);
        assertThat(trend.next(new Mentions(0, 0, 0, 0, 7))).isEqualTo(trend);
    }

    @Test
    void withoutABaselineNobodyKnowsWhereItGoes() {
        Trend trend = Trend.from(0.5).next(mentions(10, 10));

        assertThat(trend.value()).isCloseTo(0.6, within(1e-9));
        assertThat(trend.direction()).isEqualTo(Direction.UNKNOWN);
    }

    @Test
    void eachStretchIsJudgedByThoseBeforeItAndNotByItself() {
        // Given: two usual stretches of 100, two attacks in each; then 2, 20, 20
        List<Mentions> counts = new ArrayList<>();
        for (int attacks : List.of(2, 2, 2, 20, 20)) {
            counts.add(mentions(100, attacks));
        }

        // When
        List<NoiseSeries.Point> points = NoiseSeries.of(counts, 2, ControlChart.USUAL);

        // Then: (4.5, 4.5, 22.5) / 201
        assertThat(points)
                .extracting(point -> point.judgement().state())
                .containsExactly(
                        ControlChart.State.WITHIN,
                        ControlChart.State.ABOVE,
                        ControlChart.State.WITHIN);
        assertThat(points.stream().map(point -> point.judgement().limits().get().centre()))
                .containsExactly(4.5 / 201, 4.5 / 201, 22.5 / 201);
        assertThat(points)
                .extracting(point -> point.trend().get().direction())
                .containsExactly(Direction.STEADY, Direction.RISING, Direction.RISING);
    }

    @Test
    void whereNothingIsKnownOfBeforeTheTrendBeginsAtTheFirstMentions() {
        List<NoiseSeries.Point> points =
                NoiseSeries.of(
                        List.of(
                                Mentions.NONE,
                                Mentions.NONE,
                                mentions(10, 1),
                                Mentions.NONE,
                                mentions(10, 3)),
                        1,
                        ControlChart.USUAL);

        assertThat(points.get(0).trend()).isEmpty();
        assertThat(points.get(1).trend().get().value()).isEqualTo(0.1);
        assertThat(points.get(2).trend().get().value()).isEqualTo(0.1);
        assertThat(points.get(3).trend().get().value()).isCloseTo(0.14, within(1e-9));
        assertThat(points)
                .allMatch(point -> point.judgement().state() == ControlChart.State.NO_BASELINE);
    }

    private static Mentions mentions(long judged, long attacks) {
        return new Mentions(0, judged - attacks, 0, attacks, 0);
    }
}
