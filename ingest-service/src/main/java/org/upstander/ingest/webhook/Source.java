package org.upstander.ingest.webhook;

/**
 * Where deliveries come from.
 *
 * @param platform the {@code source} of its posts
 * @param privateConsented whether everybody there agreed that direct messages are read, too
 */
public record Source(String platform, boolean privateConsented) {

    private static final String PRIVATE = "private-consented";

    /** Of what only few can read; null where it may not be taken. */
    public String direct() {
        return privateConsented ? PRIVATE : null;
    }
}
