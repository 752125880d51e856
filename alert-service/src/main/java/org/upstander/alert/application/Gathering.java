package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/**
 * Writes items in batches that size themselves: the first is written at once, and what arrives
 * meanwhile is the next batch. So one item waits for nothing, and many share a transaction.
 *
 * @param <T> kind of item
 */
final class Gathering<T> {

    private final int most;
    private final Function<List<T>, Uni<Void>> write;
    private final Deque<Waiting<T>> waiting = new ArrayDeque<>();
    private boolean writing;

    private record Waiting<T>(T item, UniEmitter<? super Void> written) {}

    /**
     * @param most items in a batch, 1 or more
     * @param write writes a batch, whole or not at all
     */
    Gathering(int most, Function<List<T>, Uni<Void>> write) {
        this.most = most;
        this.write = write;
    }

    /** Ends as the item's batch does. */
    Uni<Void> add(T item) {
        return Uni.createFrom()
                .emitter(
                        written -> {
                            List<Waiting<T>> batch;
                            synchronized (this) {
                                waiting.add(new Waiting<>(item, written));
                                batch = writing ? List.of() : next();
                            }
                            write(batch);
                        });
    }

    private List<Waiting<T>> next() {
        List<Waiting<T>> batch = new ArrayList<>();
        while (batch.size() < most && !waiting.isEmpty()) {
            batch.add(waiting.poll());
        }
        writing = !batch.isEmpty();
        return batch;
    }

    private void write(List<Waiting<T>> batch) {
        if (batch.isEmpty()) {
            return;
        }
        Uni.createFrom()
                .deferred(() -> write.apply(batch.stream().map(Waiting::item).toList()))
                .subscribe()
                .with(
                        done -> {
                            goOn();
                            batch.forEach(one -> one.written().complete(null));
                        },
                        failure -> {
                            goOn();
                            batch.forEach(one -> one.written().fail(failure));
                        });
    }

    private void goOn() {
        List<Waiting<T>> batch;
        synchronized (this) {
            batch = next();
        }
        write(batch);
    }
}
