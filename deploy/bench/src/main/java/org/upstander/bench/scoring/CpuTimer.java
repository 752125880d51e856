package org.upstander.bench.scoring;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;
import org.upstander.bench.load.Latencies;

/**
 * Times work by the CPU time of the thread that does it, so that another process on the core does
 * not count. Collecting garbage and compiling is done by other threads, and does not count either.
 */
final class CpuTimer {

    private static final int READINGS = 1_001;

    private final LongSupplier cpuNanos;
    private final LongSupplier nanoTime;
    private final long clockCost;

    CpuTimer() {
        this(ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime, System::nanoTime);
    }

    CpuTimer(LongSupplier cpuNanos, LongSupplier nanoTime) {
        this.cpuNanos = cpuNanos;
        this.nanoTime = nanoTime;
        this.clockCost = clockCost(cpuNanos);
    }

    /**
     * Works for about that long: batches that are timed as a whole and posts that are timed one by
     * one take turns.
     *
     * @param work on the post of a number that counts up; says whether somebody was meant
     * @param batch how many posts
     */
    CpuCost time(Duration slice, int batch, IntPredicate work) {
        long until = nanoTime.getAsLong() + slice.toNanos();
        Latencies singles = new Latencies();
        long batched = 0;
        int assessed = 0;
        int next = 0;
        do {
            long begin = cpuNanos.getAsLong();
            for (int i = 0; i < batch; i++) {
                assessed += work.test(next++) ? 1 : 0;
            }
            batched += cpuNanos.getAsLong() - begin - clockCost;
            for (int i = 0; i < batch; i++) {
                long before = cpuNanos.getAsLong();
                assessed += work.test(next++) ? 1 : 0;
                singles.add(Math.max(0, cpuNanos.getAsLong() - before - clockCost));
            }
        } while (nanoTime.getAsLong() < until);
        return new CpuCost(
                singles.size(),
                assessed / (double) next,
                batched / 1e3 / singles.size(),
                singles.percentileMillis(0.5) * 1e3,
                singles.percentileMillis(0.99) * 1e3);
    }

    /** What lies between two readings with nothing between them: the middle of many. */
    private static long clockCost(LongSupplier cpuNanos) {
        long[] costs = new long[READINGS];
        for (int i = 0; i < READINGS; i++) {
            long before = cpuNanos.getAsLong();
            costs[i] = cpuNanos.getAsLong() - before;
        }
        Arrays.sort(costs);
        return costs[READINGS / 2];
    }
}
