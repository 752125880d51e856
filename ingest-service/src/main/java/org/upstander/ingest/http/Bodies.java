package org.upstander.ingest.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Reads whole bodies, up to a limit, and gets rid of what nobody reads. */
final class Bodies {

    private static final int DRAIN_BYTES = 64 * 1024 * 1024;

    private Bodies() {}

    /** Posts or signals, up to {@link HttpLimits#BODY_BYTES}. */
    static Future<byte[]> read(HttpServerRequest request) {
        return read(request, HttpLimits.BODY_BYTES);
    }

    /**
     * The body; fails with {@link BadRequest} as soon as it is known to be too large.
     *
     * @param limit most bytes
     */
    static Future<byte[]> read(HttpServerRequest request, int limit) {
        if (declaredLength(request) > limit) {
            return Future.failedFuture(BadRequest.bodyTooLarge(limit));
        }
        Promise<byte[]> caller = Promise.promise();
        Whole whole = new Whole(request, limit, caller);
        request.handler(whole::add);
        request.exceptionHandler(caller::tryFail);
        request.endHandler(end -> caller.tryComplete(whole.bytes()));
        begin(request);
        return caller.future();
    }

    /**
     * Lets the body flow, which stood still while the caller was being identified; tells a client
     * that asked first ({@code Expect: 100-continue}) to send it.
     */
    static void begin(HttpServerRequest request) {
        if (request.getHeader("Expect") != null) {
            request.response().writeContinue();
        }
        request.resume();
    }

    /**
     * Reads the rest and drops it, so that a client that writes all before it reads gets to see the
     * answer. One that goes on and on is cut off.
     */
    static void drain(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        long[] dropped = {0};
        request.exceptionHandler(gone -> {});
        request.endHandler(end -> {});
        request.handler(
                buffer -> {
                    dropped[0] += buffer.length();
                    if (dropped[0] > DRAIN_BYTES) {
                        request.connection().close();
                    }
                });
        request.resume();
    }

    private static long declaredLength(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        // Netty has refused anything but digits before.
        return length == null ? 0 : Long.parseLong(length.strip());
    }

    private static final class Whole {

        private final HttpServerRequest request;
        private final int limit;
        private final Promise<byte[]> caller;
        private Buffer first;
        private Buffer collected;
        private int length;
        private boolean tooLarge;

        private Whole(HttpServerRequest request, int limit, Promise<byte[]> caller) {
            this.request = request;
            this.limit = limit;
            this.caller = caller;
        }

        private void add(Buffer part) {
            if (tooLarge) {
                return;
            }
            if (first == null && collected == null) {
                first = part; // most bodies come in one
            } else {
                append(part);
            }
            length += part.length();
            if (length > limit) {
                tooLarge = true;
                first = null;
                collected = null;
                request.pause();
                caller.tryFail(BadRequest.bodyTooLarge(limit));
            }
        }

        private void append(Buffer part) {
            if (collected == null) {
                collected = Buffer.buffer(4 * first.length()).appendBuffer(first);
                first = null;
            }
            collected.appendBuffer(part);
        }

        private byte[] bytes() {
            Buffer whole = collected == null ? first : collected;
            return whole == null ? new byte[0] : whole.getBytes();
        }
    }
}
