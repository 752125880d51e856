package org.upstander.ingest.webhook;

import org.upstander.ingest.domain.PostDraft;

/**
 * Where deliveries come from.
 *
 * @param platform the {@code source} of its posts
 * @param privateConsented whether everybody there agreed that direct messages are read, too
 */
public record Source(String platform, boolean privateConsented) {

    private static final String PRIVATE = "private-consented";

    /**
     * A post there that everybody may read, unless something else is said.
     *
     * @param externalId the platform's id
     */
    public PostDraft post(String externalId) {
        return new PostDraft().from(platform).known(externalId).visibleTo("public");
    }

    /** Of what only few can read; null where it may not be taken. */
    public String direct() {
        return privateConsented ? PRIVATE : null;
    }
}
