package org.upstander.alert.http.inbound;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A body of {@code application/x-www-form-urlencoded}.
 *
 * @param sorted values by name
 */
record Form(SortedMap<String, List<String>> sorted) {

    private static final int MOST = 200;

    /** Empty for what is no form, or has more than 200 fields. */
    static Optional<Form> of(byte[] body) {
        String[] fields = new String(body, StandardCharsets.UTF_8).split("&", MOST + 1);
        if (fields.length > MOST) {
            return Optional.empty();
        }
        SortedMap<String, List<String>> sorted = new TreeMap<>();
        try {
            for (String field : fields) {
                int sign = field.indexOf('=');
                String name = sign < 0 ? field : field.substring(0, sign);
                String value = sign < 0 ? "" : field.substring(sign + 1);
                if (!name.isEmpty()) {
                    sorted.computeIfAbsent(decoded(name), key -> new ArrayList<>())
                            .add(decoded(value));
                }
            }
            return Optional.of(new Form(sorted));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The first value, or an empty text. */
    String get(String name) {
        return sorted.getOrDefault(name, List.of("")).get(0);
    }
}
