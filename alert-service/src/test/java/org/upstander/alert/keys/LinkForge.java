package org.upstander.alert.keys;

import java.time.Instant;

/** Makes links with the service's own key that the service itself would not make any more. */
public final class LinkForge {

    private static final String KEY = "demo-acknowledge-link-key";

    private LinkForge() {}

    /** The token of a link that works until then. */
    public static String token(String incidentId, String contactId, Instant until) {
        return new SignedText(KEY)
                .seal("acknowledge", until.getEpochSecond() + "\n" + incidentId + "\n" + contactId);
    }
}
