package org.upstander.alert.domain.pattern;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Links to something in particular, brought into one form. */
final class Links {

    private static final Pattern LINK =
            Pattern.compile("https?://[^\\s<>\"')\\]]{4,500}", Pattern.CASE_INSENSITIVE);

    /** What platforms add to say where somebody came from, beside {@code utm_…}. */
    private static final Set<String> TRACKING =
            Set.of(
                    "dclid", "fbclid", "gclid", "igsh", "igshid", "mc_cid", "mc_eid", "msclkid",
                    "ref", "ref_src", "ref_url", "si", "twclid", "yclid");

    private Links() {}

    /** What is left of a text without its links. */
    static String without(CharSequence text) {
        return LINK.matcher(text).replaceAll(" ");
    }

    /**
     * Host, path and query of each, without what differs from one who passes it on to the next: the
     * scheme, {@code www.}, the port, tracking, the fragment. A host alone is no grievance and is
     * left out.
     */
    static Stream<String> in(CharSequence text) {
        return LINK.matcher(text)
                .results()
                .map(found -> page(found.group()))
                .filter(page -> !page.isEmpty())
                .distinct();
    }

    /** By hand, since what people paste is no URI by the book. */
    private static String page(String link) {
        String bare = before(link.substring(link.indexOf("//") + 2), '#');
        String place = before(bare, '?');
        String host = host(before(place, '/'));
        String path = trimmed(place.substring(before(place, '/').length()));
        String query = bare.length() > place.length() ? query(bare, place.length() + 1) : "";
        return host.isEmpty() || path.isEmpty() && query.isEmpty() ? "" : host + path + query;
    }

    private static String host(String authority) {
        String named = before(authority.substring(authority.indexOf('@') + 1), ':');
        String host = named.toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    /** In order, since it says nothing. */
    private static String query(String bare, int from) {
        String query =
                Arrays.stream(bare.substring(from).split("&"))
                        .map(Links::trimmed)
                        .filter(one -> !one.isEmpty() && !isTracking(before(one, '=')))
                        .sorted()
                        .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private static boolean isTracking(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("utm_") || TRACKING.contains(lower);
    }

    private static String before(String text, char end) {
        int at = text.indexOf(end);
        return at < 0 ? text : text.substring(0, at);
    }

    /** Without the slash, the full stop or the quotation mark that it ends with. */
    private static String trimmed(String part) {
        int end = part.length();
        while (end > 0 && !Character.isLetterOrDigit(part.codePointBefore(end))) {
            end -= Character.charCount(part.codePointBefore(end));
        }
        return part.substring(0, end);
    }
}
