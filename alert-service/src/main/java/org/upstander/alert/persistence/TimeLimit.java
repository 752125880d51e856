package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** Gives up waiting for work, on the Vert.x context that it was begun on. */
final class TimeLimit {

    private final Vertx vertx;
    private final Duration limit;

    TimeLimit(Vertx vertx, Duration limit) {
        this.vertx = vertx;
        this.limit = limit;
    }

    /** Ends as {@code work} does, or with a {@link TimeoutException} when it has not by then. */
    <T> Uni<T> on(Uni<T> work) {
        return Uni.createFrom()
                .emitter(
                        first -> {
                            long timer =
                                    vertx.setTimer(
                                            limit.toMillis(),
                                            late -> first.fail(new TimeoutException()));
                            work.subscribe()
                                    .with(
                                            item -> {
                                                vertx.cancelTimer(timer);
                                                first.complete(item);
                                            },
                                            failure -> {
                                                vertx.cancelTimer(timer);
                                                first.fail(failure);
                                            });
                        });
    }
}
