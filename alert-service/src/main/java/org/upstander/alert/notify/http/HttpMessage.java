package org.upstander.alert.notify.http;

import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.Map;

/**
 * What is sent to a receiver.
 *
 * @param method {@code POST} or {@code PATCH}
 * @param headers names in lower case
 * @param body as it goes out
 */
public record HttpMessage(String method, Map<String, String> headers, Buffer body) {

    public HttpMessage {
        headers = Map.copyOf(headers);
    }

    /** To be posted. */
    public HttpMessage(Map<String, String> headers, Buffer body) {
        this("POST", headers, body);
    }

    /** A body of text, in UTF-8. */
    public HttpMessage(Map<String, String> headers, String body) {
        this(headers, Buffer.buffer(body));
    }

    /** A JSON body. */
    public static HttpMessage json(String body) {
        return new HttpMessage(Map.of("content-type", "application/json"), body);
    }

    /** The same with one more header, or another value for it. */
    public HttpMessage with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new HttpMessage(method, more, body);
    }

    /** The same as a change of what is there. */
    public HttpMessage asPatch() {
        return new HttpMessage("PATCH", headers, body);
    }
}
