package org.upstander.ingest.http;

import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.function.Supplier;

/** Where the work of a request is done. */
final class Work {

    private Work() {}

    /**
     * Much work takes milliseconds, and would keep an event loop from its other connections; a
     * little is done before a worker would have woken up.
     *
     * @param bytes that the work is about
     */
    static <X> Future<X> where(long bytes, Context eventLoop, Supplier<Future<X>> work) {
        return bytes <= HttpLimits.INLINE_BYTES
                ? Future.<Void>succeededFuture().compose(now -> work.get())
                : eventLoop.executeBlocking(work::get, false).compose(begun -> begun);
    }
}
