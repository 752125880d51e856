package org.upstander.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A few clients that work off what they are handed, and pass on what failed. */
final class Clients implements AutoCloseable {

    private final ExecutorService threads;
    private final List<Future<?>> handed = new ArrayList<>();

    Clients(int count) {
        threads = Executors.newFixedThreadPool(count);
    }

    void hand(Runnable work) {
        handed.add(threads.submit(work));
    }

    /** Waits for everything that was handed in; fails as the first that failed. */
    void await() {
        try {
            for (Future<?> one : handed) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("a client could not hand in its post", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
