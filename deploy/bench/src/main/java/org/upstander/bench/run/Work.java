package org.upstander.bench.run;

import org.upstander.bench.load.ClosedLoop;

/** No speed without the work: what was answered with 202 lies on the topic. */
final class Work {

    private Work() {}

    static void check(String name, ClosedLoop.Outcome outcome, long expected, long written) {
        if (!outcome.refused().isEmpty()) {
            throw new BenchFailure(name + ": refused by status " + outcome.refused());
        }
        // A producer may repeat what it sent, but may not lose it.
        if (written < expected) {
            throw new BenchFailure(
                    "%s: %,d were accepted, but %,d lie on the topic"
                            .formatted(name, expected, written));
        }
    }
}
