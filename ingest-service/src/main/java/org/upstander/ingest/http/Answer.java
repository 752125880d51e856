package org.upstander.ingest.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;

/**
 * What is answered to a request.
 *
 * @param status of HTTP
 * @param type of the body
 * @param body whole, or null
 * @param file the body where it is too large for memory, or null; closed when it was sent
 * @param headers besides the type
 */
record Answer(
        int status,
        CharSequence type,
        Buffer body,
        AsyncFile file,
        Map<CharSequence, String> headers) {

    private static final int ACCEPTED = 202;
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");

    /** Every item has its result in it. */
    static Answer results(Buffer body) {
        return new Answer(ACCEPTED, JSON, body, null, Map.of());
    }

    /** The same, from a file. */
    static Answer results(AsyncFile file) {
        return new Answer(ACCEPTED, JSON, null, file, Map.of());
    }

    /** Sends it; to be called on the event loop of the request. */
    void send(HttpServerResponse response) {
        if (response.closed() || response.ended()) {
            discard(); // nobody waits for it any more
            return;
        }
        response.setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, type);
        headers.forEach(response::putHeader);
        Future<Void> sent = file == null ? response.end(body) : response.send(file);
        sent.onComplete(end -> discard());
    }

    private void discard() {
        if (file != null) {
            file.close();
        }
    }
}
