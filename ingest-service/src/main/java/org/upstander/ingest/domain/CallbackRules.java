package org.upstander.ingest.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Decides where, and with which secrets, hubs may call. */
final class CallbackRules {

    private static final String CALLBACK = "/settings/callback";

    /** WebSub, 5.1: less than 200 bytes. */
    private static final int LONGEST_SECRET_BYTES = 199;

    private CallbackRules() {}

    /**
     * @param secrets as they are kept
     * @param needed whether it is of a type that hubs call for
     */
    static void check(
            SourceSettings settings, List<String> secrets, boolean needed, Checks checks) {
        if (!needed) {
            checks.absent(
                    CALLBACK, settings.callback(), "goes with the type websub only; leave it out.");
            return;
        }
        String callback =
                checks.required(
                        CALLBACK,
                        settings.callback(),
                        Limits.URL,
                        "name the address under which hubs reach /v1/webhooks/ and the id.");
        if (callback != null && !isAddress(callback)) {
            SourceRules.refuse(
                    checks,
                    CALLBACK,
                    "must be an address such as https://ingest.example.org/v1/webhooks/blog.");
        }
        for (int at = 0; at < secrets.size(); at++) {
            if (secrets.get(at).getBytes(StandardCharsets.UTF_8).length > LONGEST_SECRET_BYTES) {
                SourceRules.refuse(
                        checks,
                        "/secrets/" + at,
                        "may have %d bytes at most for a hub.".formatted(LONGEST_SECRET_BYTES));
            }
        }
    }

    private static boolean isAddress(String callback) {
        try {
            URI uri = new URI(callback);
            return "https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
