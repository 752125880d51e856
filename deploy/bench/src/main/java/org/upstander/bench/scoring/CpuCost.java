package org.upstander.bench.scoring;

import java.util.Locale;

/**
 * What posts cost in one slice of a round.
 *
 * @param posts how many were timed one by one
 * @param assessed how many of all posts of the slice meant somebody, as a share
 * @param meanMicros CPU time a post, timed in batches: the clock's own cost does not show
 * @param p50Micros CPU time of single posts, less that of the clock
 * @param p99Micros the same
 */
public record CpuCost(
        int posts, double assessed, double meanMicros, double p50Micros, double p99Micros) {

    /** As {@link #of} reads it. */
    String toLine() {
        return String.format(
                Locale.ROOT,
                "%d %.6f %.4f %.4f %.4f",
                posts,
                assessed,
                meanMicros,
                p50Micros,
                p99Micros);
    }

    public static CpuCost of(String line) {
        String[] parts = line.split(" ");
        return new CpuCost(
                Integer.parseInt(parts[0]),
                Double.parseDouble(parts[1]),
                Double.parseDouble(parts[2]),
                Double.parseDouble(parts[3]),
                Double.parseDouble(parts[4]));
    }
}
