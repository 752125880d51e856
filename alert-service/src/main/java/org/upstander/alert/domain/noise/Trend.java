package org.upstander.alert.domain.noise;

import java.util.Locale;

/**
 * Exponentially weighted moving average of the share of attacks, with its own control limits
 * (Montgomery, Introduction to Statistical Quality Control, chapter 9): {@code z = λ·x + (1 − λ)·z}
 * with λ = 0.2. It finds what creeps, and what a single day's limits do not show. As days differ in
 * size, the variance is carried along: {@code v = λ²·p·(1 − p)/n + (1 − λ)²·v}; the limits are
 * {@code p ± 3·sqrt(v)}.
 *
 * @param value z, 0 to 1
 * @param centre p, the usual share
 * @param variance v
 * @param judged whether there is enough to know what is usual
 */
public record Trend(double value, double centre, double variance, boolean judged) {

    private static final double WEIGHT = 0.2;
    private static final double SIGMAS = 3;

    /** Where it goes, against what was usual where it began. */
    public enum Direction {
        RISING,
        STEADY,
        FALLING,
        /** Not enough is known of what is usual. */
        UNKNOWN;

        /** As on the wire. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Begins at what is usual. */
    public static Trend from(Mentions baseline) {
        double centre = ControlLimits.usual(baseline);
        return new Trend(centre, centre, 0, true);
    }

    /** Begins at the first share where nothing is known of before. */
    public static Trend from(double firstShare) {
        return new Trend(firstShare, firstShare, 0, false);
    }

    /** With the next stretch of time; one without mentions changes nothing. */
    public Trend next(Mentions observed) {
        long size = observed.judged();
        if (size == 0) {
            return this;
        }
        double share = (double) observed.attack() / size;
        return new Trend(
                WEIGHT * share + (1 - WEIGHT) * value,
                centre,
                WEIGHT * WEIGHT * centre * (1 - centre) / size
                        + (1 - WEIGHT) * (1 - WEIGHT) * variance,
                judged);
    }

    public Direction direction() {
        if (!judged) {
            return Direction.UNKNOWN;
        }
        double margin = SIGMAS * Math.sqrt(variance);
        if (value > centre + margin) {
            return Direction.RISING;
        }
        return value < centre - margin ? Direction.FALLING : Direction.STEADY;
    }
}
