package org.upstander.ingest.fetch;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is asked of a place on the web.
 *
 * @param url where
 * @param headers to send, names in small letters; only {@link #HARMLESS} ones follow to another
 *     host
 * @param form what is filled in, encoded; null where something is only read
 */
public record Ask(String url, Map<String, String> headers, String form) {

    /** Headers that prove nothing and tell nothing. */
    static final Set<String> HARMLESS = Set.of("accept", "if-none-match", "if-modified-since");

    public Ask {
        headers = Map.copyOf(headers);
    }

    public Ask(String url, Map<String, String> headers) {
        this(url, headers, null);
    }

    public Ask(String url) {
        this(url, Map.of());
    }

    /** Fills in a form. */
    static Ask filledIn(String url, Map<String, String> fields) {
        String form =
                fields.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return new Ask(url, Map.of(), form);
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
        return new Ask(url, more, form);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Without the url, which may hold a key, and the form, which may hold a secret. */
    @Override
    public String toString() {
        return "Ask" + headers.keySet();
    }
}
