package org.upstander.alert.notify.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a channel asks of the URL that is its address. */
@FunctionalInterface
public interface UrlShape {

    /**
     * @param url http or https, with a host, without user name or fragment
     * @return what is wrong with it, and the fix, without repeating it; empty where it is fine
     */
    Optional<String> problem(URI url);

    /**
     * A path. By http, which only a peer of one's own speaks, any will do: a stand-in of a service
     * has its own.
     */
    static UrlShape path(Pattern path, String fix) {
        return url -> unless(!secure(url) || path.matcher(url.getPath()).matches(), fix);
    }

    static Optional<String> unless(boolean fine, String problem) {
        return fine ? Optional.empty() : Optional.of(problem);
    }

    static boolean secure(URI url) {
        return "https".equals(url.getScheme());
    }

    /** In lower case, without a dot at the end. */
    static String host(URI url) {
        String host = url.getHost().toLowerCase(Locale.ROOT);
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    /** As it is written; empty where there is none. */
    static String query(URI url) {
        return url.getRawQuery() == null ? "" : url.getRawQuery();
    }

    /** Empty for what is no URL that any channel takes. */
    static Optional<URI> url(String address) {
        try {
            URI url = new URI(address);
            return Optional.of(url)
                    .filter(at -> secure(at) || "http".equals(at.getScheme()))
                    .filter(at -> at.getHost() != null && at.getRawUserInfo() == null)
                    .filter(at -> at.getRawFragment() == null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
