package org.upstander.bench.run;

import org.upstander.bench.load.ClosedLoop;

/** No speed without the work: what was answered with 202 lies on the topic. */
final class Work {

    /**
     * A starved machine may make a broker late now and then; more says that it is no measurement.
     */
    private static final double TOLERATED_BUSY = 0.01;

    private static final int BUSY = 503;

    private Work() {}

    static void check(String name, ClosedLoop.Outcome outcome, long expected, long written) {
        long busy = outcome.refused().getOrDefault(BUSY, 0L);
        if (busy > outcome.accepted() * TOLERATED_BUSY
                || outcome.refused().keySet().stream().anyMatch(status -> status != BUSY)) {
            throw new BenchFailure(
                    "%s: %,d accepted, refused by status %s"
                            .formatted(name, outcome.accepted(), outcome.refused()));
        }
        // A producer may repeat what it sent, but may not lose it.
        if (written < expected) {
            throw new BenchFailure(
                    "%s: %,d were accepted, but %,d lie on the topic"
                            .formatted(name, expected, written));
        }
    }
}
