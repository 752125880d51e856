package org.upstander.alert.notify.http;

import java.util.HashMap;
import java.util.Map;

/**
 * What is posted to a receiver.
 *
 * @param headers names in lower case
 * @param body as it goes out, in UTF-8
 */
public record HttpMessage(Map<String, String> headers, String body) {

    public HttpMessage {
        headers = Map.copyOf(headers);
    }

    /** A JSON body. */
    public static HttpMessage json(String body) {
        return new HttpMessage(Map.of("content-type", "application/json"), body);
    }

    /** The same with one more header, or another value for it. */
    public HttpMessage with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new HttpMessage(more, body);
    }
}
