package org.upstander.ingest.http;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.function.Function;

/**
 * Hands the lines of a request on, chunk after chunk: the next when the one before is done. What
 * comes meanwhile waits, up to one more chunk; then the client is no longer read from.
 *
 * <pre>
 * READING ──chunk handed on──▶ BUSY ──done──▶ READING … ──request ended, no line left──▶ complete
 *                                └───failed──▶ failed: nothing later is handed on
 * </pre>
 *
 * All state is touched on the request's event loop only.
 */
final class LineStream {

    private final HttpServerRequest request;
    private final Context eventLoop;
    private final Function<List<Slice>, Future<Void>> chunks;
    private final Lines lines = new Lines();
    private final Promise<Void> caller = Promise.promise();
    private boolean busy;
    private boolean scheduled;
    private boolean ended;
    private boolean over;

    /**
     * @param eventLoop of the request
     * @param chunks takes lines, and completes when it is done with them
     */
    LineStream(
            HttpServerRequest request,
            Context eventLoop,
            Function<List<Slice>, Future<Void>> chunks) {
        this.request = request;
        this.eventLoop = eventLoop;
        this.chunks = chunks;
    }

    /** Reads to the end; fails as the first chunk that fails, or when the client goes away. */
    Future<Void> run() {
        request.handler(this::read);
        request.exceptionHandler(this::fail);
        request.endHandler(
                end -> {
                    ended = true;
                    lines.end();
                    schedule();
                });
        Bodies.begin(request);
        return caller.future();
    }

    private void read(Buffer piece) {
        if (over) {
            return;
        }
        lines.add(piece.getBytes());
        if (lines.full()) {
            request.pause();
        }
        schedule();
    }

    /** After the pieces that have arrived already, so that they go together. */
    private void schedule() {
        if (!busy && !scheduled) {
            scheduled = true;
            eventLoop.runOnContext(now -> handOn());
        }
    }

    private void handOn() {
        scheduled = false;
        if (busy || over) {
            return;
        }
        if (lines.isEmpty()) {
            if (ended) {
                over = true;
                caller.complete();
            }
            return;
        }
        busy = true;
        // Deferred also where it is done at once: many small chunks must not nest.
        chunks.apply(lines.take())
                .onSuccess(done -> eventLoop.runOnContext(now -> done()))
                .onFailure(failure -> eventLoop.runOnContext(now -> fail(failure)));
    }

    private void done() {
        busy = false;
        if (!ended && !lines.full()) {
            request.resume();
        }
        handOn();
    }

    private void fail(Throwable failure) {
        if (!over) {
            over = true;
            request.pause();
            caller.fail(failure);
        }
    }
}
