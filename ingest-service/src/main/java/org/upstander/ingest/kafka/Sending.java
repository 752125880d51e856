package org.upstander.ingest.kafka;

import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.concurrent.atomic.AtomicBoolean;
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

    private final UniEmitter<? super Void> caller;
    private final AtomicInteger unacknowledged;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final long deadlineNanos;
    private final Consumer<Exception> refusals;

    /**
     * @param records how many
     * @param deadlineNanos by {@link System#nanoTime()}
     * @param refusals is told why a record was not written
     */
    Sending(
            UniEmitter<? super Void> caller,
            int records,
            long deadlineNanos,
            Consumer<Exception> refusals) {
        this.caller = caller;
        this.refusals = refusals;
        this.unacknowledged = new AtomicInteger(records);
        this.deadlineNanos = deadlineNanos;
    }

    @Override
    public void onCompletion(RecordMetadata metadata, Exception failure) {
        if (failure != null) {
            refusals.accept(failure);
            fail(failure.getClass().getSimpleName());
        } else if (unacknowledged.decrementAndGet() == 0 && ended.compareAndSet(false, true)) {
            caller.complete(null);
        }
    }

    /**
     * @param reason for the operator
     */
    void fail(String reason) {
        if (ended.compareAndSet(false, true)) {
            caller.fail(new LogUnavailable(reason));
        }
    }

    boolean ended() {
        return ended.get();
    }

    boolean late(long nowNanos) {
        return nowNanos - deadlineNanos > 0;
    }
}
