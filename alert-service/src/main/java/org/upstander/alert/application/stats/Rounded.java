package org.upstander.alert.application.stats;

import java.util.OptionalDouble;

/**
 * Numbers as they are shown: nobody needs the last digits, and an ETag should not change by them.
 */
final class Rounded {

    private static final double RATIO = 1e6;
    private static final double SHORT = 1e2;

    private Rounded() {}

    /** To six digits behind the point. */
    static double ratio(double value) {
        return Math.round(value * RATIO) / RATIO;
    }

    /** As {@link #ratio(double)}; null where there is none. */
    static Double ratio(OptionalDouble value) {
        return value.isEmpty() ? null : Double.valueOf(ratio(value.getAsDouble()));
    }

    /** To two digits behind the point: decibels, seconds, points. */
    static double two(double value) {
        return Math.round(value * SHORT) / SHORT;
    }

    /** As {@link #two(double)}; null where there is none. */
    static Double two(OptionalDouble value) {
        return value.isEmpty() ? null : Double.valueOf(two(value.getAsDouble()));
    }
}
