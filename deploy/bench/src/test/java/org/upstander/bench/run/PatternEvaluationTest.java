package org.upstander.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.upstander.bench.load.Buckets;
import org.upstander.bench.load.Latencies;

class PatternEvaluationTest {

    @Test
    void figuresSayHowLongWithManyStoredAndHowMuchThatIsByFew() {
        // When: half of them held up within 1 ms, the rest within 3 ms, by twice as much work; with
        // few half of that, by a fifth of the work
        List<Figure> figures =
                PatternEvaluation.figures(
                        List.of(
                                new PatternEvaluation.Round(
                                        weighed(0.001, 0.003, 0.002),
                                        weighed(0.0005, 0.0015, 0.0004))),
                        1_000_000);

        // Then
        assertThat(figures)
                .extracting(Figure::key)
                .containsExactly(
                        "R16",
                        "R16_bare_p99",
                        "R16_p50",
                        "R16_few_p99",
                        "R16_few_p50",
                        "R16_work_p99",
                        "R16_work_p50",
                        "R16_ratio");
        assertThat(figures)
                .extracting(figure -> figure.spread().median())
                .usingComparatorForType(
                        (one, other) ->
                                Math.abs(one - other) < 1e-9 ? 0 : Double.compare(one, other),
                        Double.class)
                .containsExactly(2.96, 0.7, 1.0, 1.48, 0.5, 3.96, 2.0, 5.0);
        assertThat(figures)
                .extracting(Figure::isReached)
                .containsExactly(false, true, true, true, true, true, true, false);
    }

    private static WeighedHistory.Weighed weighed(double middle, double end, double work) {
        Latencies bare = new Latencies();
        bare.add(700_000);
        return new WeighedHistory.Weighed(buckets(middle, end), buckets(work, 2 * work), bare);
    }

    private static Buckets buckets(double middle, double end) {
        TreeMap<Double, Long> atMost = new TreeMap<>();
        atMost.put(middle, 50L);
        atMost.put(end, 100L);
        atMost.put(Double.POSITIVE_INFINITY, 100L);
        return new Buckets(atMost);
    }
}
