package org.upstander.bench.load;

import java.util.Arrays;

/** Every latency of a measurement, so that percentiles are exact. Not for several threads. */
public final class Latencies {

    private long[] nanos = new long[1 << 12];
    private int size;

    public void add(long elapsedNanos) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, size * 2);
        }
        nanos[size++] = elapsedNanos;
    }

    public int size() {
        return size;
    }

    /**
     * Nearest rank: the smallest latency that at least {@code share} of all do not exceed.
     *
     * @param share above 0, at most 1
     * @return milliseconds; NaN when nothing was recorded
     */
    public double percentileMillis(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("a share is in (0, 1], not " + share);
        }
        if (size == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(share * size) - 1] / 1e6;
    }
}
