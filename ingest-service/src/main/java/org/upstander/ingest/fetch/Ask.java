package org.upstander.ingest.fetch;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What is asked of a place on the web.
 *
 * @param url where
 * @param headers to send, names in small letters; only {@link #HARMLESS} ones follow to another
 *     host
 */
public record Ask(String url, Map<String, String> headers) {

    /** Headers that prove nothing and tell nothing. */
    static final Set<String> HARMLESS = Set.of("accept", "if-none-match", "if-modified-since");

    public Ask {
        headers = Map.copyOf(headers);
    }

    public Ask(String url) {
        this(url, Map.of());
    }

    /**
     * The same with one more header.
     *
     * @param value null to leave it out
     */
    public Ask with(String name, String value) {
        if (value == null) {
            return this;
        }
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Ask(url, more);
    }

    /** Without the url, which may hold a key. */
    @Override
    public String toString() {
        return "Ask" + headers.keySet();
    }
}
