package org.upstander.bench.scoring;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * The longest that a thread waits for its next post while the roster is compiled and swapped beside
 * it, and in a window of the same length in which nothing is swapped.
 *
 * @param swapNanos longest gap between two posts with a swap
 * @param calmNanos longest gap without
 * @param windowNanos how long each was watched: from the begin of the compilation to the swap
 */
public record SwapPause(long swapNanos, long calmNanos, long windowNanos) {

    /**
     * @param swap compiles and swaps a roster, on a thread of its own
     * @param score scores the next post
     */
    static SwapPause watch(Runnable swap, Runnable score) throws InterruptedException {
        Heap.usedAfterCollection();
        Thread swapper = new Thread(swap, "bench-swap");
        long begin = System.nanoTime();
        swapper.start();
        long swapping = longestGap(swapper::isAlive, score, System::nanoTime);
        swapper.join();
        long window = System.nanoTime() - begin;
        Heap.usedAfterCollection();
        long until = System.nanoTime() + window;
        long calm = longestGap(() -> System.nanoTime() < until, score, System::nanoTime);
        return new SwapPause(swapping, calm, window);
    }

    /** Scores as long as it is told to, and once at least. */
    static long longestGap(BooleanSupplier goesOn, Runnable score, LongSupplier nanoTime) {
        long longest = 0;
        long last = nanoTime.getAsLong();
        boolean more;
        do {
            // Asked before: the last post is one behind the swap.
            more = goesOn.getAsBoolean();
            score.run();
            long now = nanoTime.getAsLong();
            longest = Math.max(longest, now - last);
            last = now;
        } while (more);
        return longest;
    }

    String toLine() {
        return swapNanos + " " + calmNanos + " " + windowNanos;
    }

    public static SwapPause of(String line) {
        String[] parts = line.split(" ");
        return new SwapPause(
                Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }
}
