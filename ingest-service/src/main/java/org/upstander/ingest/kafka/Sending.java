package org.upstander.ingest.kafka;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.upstander.ingest.application.LogUnavailable;

/**
 * The records of one request on their way: ends once, when all are acknowledged, when the first one
 * fails, or when the time is up. One object, and one callback, for the whole request.
 */
final class Sending implements Callback {

    private final CompletableFuture<Void> result = new CompletableFuture<>();
    private final AtomicInteger unacknowledged;
    private final long deadlineNanos;
    private final Consumer<RecordMetadata> stored;
    private final Consumer<Exception> refusals;

    /**
     * @param records how many
     * @param deadlineNanos by {@link System#nanoTime()}
     * @param stored is told where each lies
     * @param refusals is told why a record was not written
     */
    Sending(
            int records,
            long deadlineNanos,
            Consumer<RecordMetadata> stored,
            Consumer<Exception> refusals) {
        this.stored = stored;
        this.refusals = refusals;
        this.unacknowledged = new AtomicInteger(records);
        this.deadlineNanos = deadlineNanos;
    }

    @Override
    public void onCompletion(RecordMetadata metadata, Exception failure) {
        if (failure != null) {
            refusals.accept(failure);
            fail(failure.getClass().getSimpleName());
            return;
        }
        stored.accept(metadata);
        if (unacknowledged.decrementAndGet() == 0) {
            result.complete(null);
        }
    }

    /**
     * @param reason for the operator
     */
    void fail(String reason) {
        if (!result.isDone()) {
            result.completeExceptionally(new LogUnavailable(reason));
        }
    }

    /** Completes as told above; fails with {@link LogUnavailable}. */
    CompletionStage<Void> result() {
        return result;
    }

    boolean ended() {
        return result.isDone();
    }

    boolean late(long nowNanos) {
        return nowNanos - deadlineNanos > 0;
    }
}
