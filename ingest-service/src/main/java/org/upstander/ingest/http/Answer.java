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
 * @param type of the body, or null without one
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

    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int NO_CONTENT = 204;
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");

    /** Every item has its result in it. */
    static Answer results(Buffer body) {
        return new Answer(ACCEPTED, JSON, body, null, Map.of());
    }

    /** A value as JSON. */
    static Answer json(int status, Object value) {
        return new Answer(status, JSON, JsonBody.write(value), null, Map.of());
    }

    /** 200 with something to read. */
    static Answer ok(String type, Buffer body) {
        return new Answer(OK, type, body, null, Map.of());
    }

    /** A page for people. */
    static Answer page(int status, Buffer html) {
        return new Answer(status, "text/html; charset=utf-8", html, null, Map.of());
    }

    /** 204. */
    static Answer nothing() {
        return new Answer(NO_CONTENT, null, null, null, Map.of());
    }

    /** It is being answered elsewhere. */
    static Answer already() {
        return new Answer(0, null, null, null, Map.of());
    }

    /** The same with these headers. */
    Answer with(Map<CharSequence, String> other) {
        return new Answer(status, type, body, file, other);
    }

    /** The same, from a file. */
    static Answer results(AsyncFile file) {
        return new Answer(ACCEPTED, JSON, null, file, Map.of());
    }

    /** Sends it; to be called on the event loop of the request. */
    void send(HttpServerResponse response) {
        if (status == 0) {
            return;
        }
        if (response.closed() || response.ended()) {
            discard(); // nobody waits for it any more
            return;
        }
        response.setStatusCode(status);
        headers.forEach(response::putHeader);
        if (type != null) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, type);
        }
        sent(response).onComplete(end -> discard());
    }

    private Future<Void> sent(HttpServerResponse response) {
        if (file != null) {
            return response.send(file);
        }
        return body == null ? response.end() : response.end(body);
    }

    private void discard() {
        if (file != null) {
            file.close();
        }
    }
}
