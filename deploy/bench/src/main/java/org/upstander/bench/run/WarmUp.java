package org.upstander.bench.run;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Lets subject and control work until neither becomes faster: a JVM compiles while it works, and a
 * figure taken meanwhile says how far the compiler has come, not how fast the code is.
 */
final class WarmUp {

    private static final int WINDOWS = 3;
    private static final double WITHIN = 0.10;
    private static final Duration AT_MOST = Duration.ofSeconds(40);

    private final LongSupplier nanoTime;
    private final long atMostNanos;

    WarmUp() {
        this(System::nanoTime, AT_MOST);
    }

    /**
     * @param atMost so long, where it does not become steady before
     */
    WarmUp(Duration atMost) {
        this(System::nanoTime, atMost);
    }

    WarmUp(LongSupplier nanoTime) {
        this(nanoTime, AT_MOST);
    }

    private WarmUp(LongSupplier nanoTime, Duration atMost) {
        this.nanoTime = nanoTime;
        this.atMostNanos = atMost.toNanos();
    }

    /**
     * Works until three windows one after the other are as fast within a tenth, or for 40 seconds
     * where nothing else was said.
     *
     * @param what for the report on the console
     * @param window works for some seconds and says how fast it was
     * @return whether it became steady
     */
    boolean run(String what, DoubleSupplier window) {
        long from = nanoTime.getAsLong();
        Deque<Double> last = new ArrayDeque<>();
        boolean steady = false;
        while (!steady && nanoTime.getAsLong() - from < atMostNanos) {
            if (last.size() == WINDOWS) {
                last.removeFirst();
            }
            last.addLast(window.getAsDouble());
            steady = last.size() == WINDOWS && alike(last);
        }
        System.out.printf(
                "  warm-up of %s: %s after %d s at %,.0f/s%n",
                what,
                steady ? "steady" : "NOT steady",
                TimeUnit.NANOSECONDS.toSeconds(nanoTime.getAsLong() - from),
                last.getLast());
        return steady;
    }

    private static boolean alike(Deque<Double> speeds) {
        return Collections.max(speeds) <= Collections.min(speeds) * (1 + WITHIN);
    }
}
