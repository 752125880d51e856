package org.upstander.bench.run;

/**
 * One figure of the report.
 *
 * @param key {@code R1}
 * @param what in words
 * @param spread over the rounds
 * @param unit {@code ratio}, {@code ms}, {@code us} (microseconds), {@code B} or {@code posts/s}
 * @param target what is wanted, or null
 */
public record Figure(String key, String what, Spread spread, String unit, Target target) {

    /**
     * @param bound the median must keep
     * @param atMost whether less is better
     */
    public record Target(double bound, boolean atMost) {

        static Target atLeast(double bound) {
            return new Target(bound, false);
        }

        static Target atMost(double bound) {
            return new Target(bound, true);
        }

        boolean isReachedBy(double median) {
            return atMost ? median <= bound : median >= bound;
        }
    }

    static Figure ratio(String key, String what, Spread spread, double wanted) {
        return new Figure(key, what, spread, "ratio", Target.atLeast(wanted));
    }

    static Figure atMost(String key, String what, Spread spread, String unit, double bound) {
        return new Figure(key, what, spread, unit, Target.atMost(bound));
    }

    static Figure detail(String key, String what, Spread spread, String unit) {
        return new Figure(key, what, spread, unit, null);
    }

    /** True where nothing is wanted. */
    boolean isReached() {
        return target == null || target.isReachedBy(spread.median());
    }
}
