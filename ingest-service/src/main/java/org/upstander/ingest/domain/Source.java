package org.upstander.ingest.domain;

import java.time.Duration;
import java.util.List;

/**
 * A place that is watched.
 *
 * @param id of the source; part of the address that its platform calls
 * @param type how it speaks: {@code discourse}, {@code slack} and the like
 * @param platform the {@code source} of its posts
 * @param url of the place, or null
 * @param secrets what its deliveries are proven with: none, one, or two while it changes
 * @param poll how often it is asked, or null where it calls by itself
 * @param expectedRhythm how long it may be silent before that is an alarm, or null for ever
 * @param paused whether nothing is taken from it for now
 */
public record Source(
        String id,
        String type,
        String displayName,
        String platform,
        String url,
        List<String> secrets,
        Duration poll,
        Duration expectedRhythm,
        SourceSettings settings,
        boolean paused) {

    private static final String PRIVATE = "private-consented";

    public Source {
        secrets = List.copyOf(secrets);
    }

    /**
     * A post there that everybody may read, unless something else is said.
     *
     * @param externalId the platform's id
     */
    public PostDraft post(String externalId) {
        return new PostDraft().from(platform).known(externalId).visibleTo("public");
    }

    /**
     * That somebody passed a post there on.
     *
     * @param externalId the platform's id of that post
     * @param at RFC 3339
     */
    public Draft.OfSignal amplification(String externalId, Author who, String at) {
        return SignalDraft.amplification(externalId).source(platform).author(who).at(at).draft();
    }

    /**
     * That somebody became a member there.
     *
     * @param at RFC 3339
     * @param invite the platform's name of what they came by, or null
     */
    public Draft.OfSignal join(Author who, String at, String invite) {
        return SignalDraft.join().source(platform).author(who).at(at).invite(invite).draft();
    }

    /** Of what only few can read; null where it may not be taken. */
    public String direct() {
        return settings.privateConsented() ? PRIVATE : null;
    }

    /** Without the secrets: records are printed by accident. */
    @Override
    public String toString() {
        return "Source[" + id + ", " + type + "]";
    }
}
