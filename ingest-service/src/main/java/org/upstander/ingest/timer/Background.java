package org.upstander.ingest.timer;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A thread for work that nobody waits for. */
final class Background implements AutoCloseable {

    private final ScheduledExecutorService timer;

    /**
     * @param name of the thread
     */
    Background(String name) {
        timer =
                Executors.newSingleThreadScheduledExecutor(
                        task -> {
                            Thread thread = new Thread(task, name);
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    /** Does it on the thread, unless the service ends before. */
    void after(Duration pause, Runnable task) {
        var unused = later(pause, task);
    }

    /** The same, so that it can be called off before. */
    Future<?> later(Duration pause, Runnable task) {
        return timer.isShutdown()
                ? CompletableFuture.completedFuture(null)
                : timer.schedule(task, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Begins work so that it fails in one way only: by its stage, never by an exception. */
    static <T> CompletionStage<T> begun(Supplier<CompletionStage<T>> work) {
        return CompletableFuture.completedFuture(work).thenCompose(Supplier::get);
    }

    /** What a stage failed with, without what stages put around it. */
    static Throwable cause(Throwable failure) {
        return failure.getCause() == null ? failure : failure.getCause();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
