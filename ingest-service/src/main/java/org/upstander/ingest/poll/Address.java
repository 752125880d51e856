package org.upstander.ingest.poll;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** An address that is asked, put together from what a source names. */
public record Address(String url) {

    /** As it is named, without a mark. */
    public static Address of(String url) {
        return new Address(before('#', url));
    }

    /**
     * @param base a place, with or without a slash at its end
     * @param path in it
     */
    public static Address under(String base, String path) {
        return new Address(trimmed(base) + "/" + path);
    }

    /** A place as others write it: nothing behind its path, and no slash at the end. */
    public static String trimmed(String base) {
        String place = before('?', before('#', base));
        while (place.endsWith("/")) {
            place = place.substring(0, place.length() - 1);
        }
        return place;
    }

    /**
     * The same with one more parameter.
     *
     * @param value null to leave it out
     */
    public Address with(String name, String value) {
        if (value == null) {
            return this;
        }
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
        return new Address(url + (url.indexOf('?') < 0 ? '?' : '&') + name + "=" + encoded);
    }

    private static String before(char mark, String url) {
        int at = url.indexOf(mark);
        return at < 0 ? url : url.substring(0, at);
    }
}
