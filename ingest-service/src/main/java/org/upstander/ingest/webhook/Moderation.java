package org.upstander.ingest.webhook;

import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.SignalDraft;
import org.upstander.ingest.domain.Source;

/** What moderators of a platform did, as a signal. */
public final class Moderation {

    private Moderation() {}

    /**
     * @param action {@code ban, suspend, mute, warn, remove-post} or {@code reject-entry}
     * @param whom it was done to
     * @param at RFC 3339
     */
    public static Draft.OfSignal of(Source source, String action, Author whom, String at) {
        return SignalDraft.moderation(action).source(source.platform()).author(whom).at(at).draft();
    }
}
