package org.upstander.bench.load;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A histogram of a running service, as Prometheus reads it.
 *
 * @param atMost how many took at most so many seconds
 */
public record Buckets(NavigableMap<Double, Long> atMost) {

    private static final Pattern LINE =
            Pattern.compile(
                    "^(\\w+)_bucket\\{[^}]*le=\"([^\"]+)\"[^}]*}\\s+(\\S+)", Pattern.MULTILINE);

    /**
     * @param exposition answer of {@code /q/metrics}
     * @param name with its unit: {@code upstander_alert_patterns_seconds}
     */
    public static Buckets of(String exposition, String name) {
        NavigableMap<Double, Long> atMost = new TreeMap<>();
        Matcher line = LINE.matcher(exposition);
        while (line.find()) {
            if (line.group(1).equals(name)) {
                atMost.merge(
                        seconds(line.group(2)),
                        (long) Double.parseDouble(line.group(3)),
                        Long::sum);
            }
        }
        if (!atMost.containsKey(Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("there is no histogram " + name);
        }
        return new Buckets(atMost);
    }

    private static double seconds(String bound) {
        return bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound);
    }

    /** What came since then. */
    public Buckets since(Buckets before) {
        NavigableMap<Double, Long> grown = new TreeMap<>();
        atMost.forEach(
                (bound, count) -> grown.put(bound, count - before.atMost.getOrDefault(bound, 0L)));
        return new Buckets(grown);
    }

    public long count() {
        return atMost.lastEntry().getValue();
    }

    /**
     * As if all in one bucket were spread evenly over it, as Prometheus does.
     *
     * @param share above 0, at most 1
     * @return milliseconds; the last bound where it is beyond; NaN where nothing was counted
     */
    public double percentileMillis(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("a share is in (0, 1], not " + share);
        }
        if (count() == 0) {
            return Double.NaN;
        }
        double rank = share * count();
        double from = 0;
        long below = 0;
        for (Map.Entry<Double, Long> bucket : atMost.entrySet()) {
            long until = bucket.getValue();
            if (until >= rank && Double.isInfinite(bucket.getKey())) {
                break;
            }
            if (until >= rank) {
                return 1e3 * (from + (bucket.getKey() - from) * (rank - below) / (until - below));
            }
            from = bucket.getKey();
            below = until;
        }
        return 1e3 * from;
    }
}
