package org.upstander.alert.domain.noise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The noise floor over time. */
public final class NoiseSeries {

    private NoiseSeries() {}

    /**
     * One stretch of time.
     *
     * @param trend up to and with it; empty before the first mention where nothing is known of
     *     before
     * @param judgement against the stretches before it
     */
    public record Point(
            Mentions mentions, Optional<Trend> trend, ControlChart.Judgement judgement) {}

    /**
     * Judges each stretch by those before it, and the trend by those before all.
     *
     * @param counts of stretches one after another, oldest first
     * @param before how many of them, from the first, only tell what is usual; as many before it
     *     each stretch is judged by
     * @return one for each of the others
     */
    public static List<Point> of(List<Mentions> counts, int before, ControlChart chart) {
        Mentions baseline =
                counts.subList(0, before).stream().reduce(Mentions.NONE, Mentions::plus);
        Optional<Trend> trend =
                baseline.judged() < chart.leastBaseline()
                        ? Optional.empty()
                        : Optional.of(Trend.from(baseline));
        List<Point> points = new ArrayList<>(counts.size() - before);
        for (int at = before; at < counts.size(); at++) {
            Mentions observed = counts.get(at);
            trend = next(trend, observed);
            points.add(new Point(observed, trend, chart.judge(baseline, observed)));
            baseline = baseline.plus(observed).minus(counts.get(at - before));
        }
        return points;
    }

    private static Optional<Trend> next(Optional<Trend> trend, Mentions observed) {
        if (trend.isPresent()) {
            return trend.map(known -> known.next(observed));
        }
        return new NoiseFloor(observed).attackRatio().stream().mapToObj(Trend::from).findFirst();
    }
}
