package org.upstander.ingest.domain;

/** Drafts to begin a test with. */
public final class Drafts {

    private Drafts() {}

    /** A post with all that is needed and nothing else. */
    public static Draft.OfPost post() {
        return post("forum", "25862", "You judged round 2 well.");
    }

    public static Draft.OfPost post(String source, String externalId, String text) {
        return new Draft.OfPost(
                source,
                externalId,
                new Author("8", "heath", "Heath"),
                null,
                null,
                text,
                null,
                "2026-11-23T12:00:00Z",
                null,
                false,
                null,
                null,
                null);
    }

    /** The one among the golden samples. */
    public static Draft.OfSignal boost() {
        return SignalDraft.amplification("113529000000000001")
                .source("fediverse")
                .author(new Author("90", "rowan", "Rowan", true, false))
                .at("2026-11-23T12:30:00Z")
                .draft();
    }

    /** Likewise. */
    public static Draft.OfSignal join() {
        return SignalDraft.join()
                .source("forum")
                .author(new Author("91", "heath_2", "Heath"))
                .at("2026-11-23T11:58:00Z")
                .invite("https://forum.example.org/invites/5d8c")
                .draft();
    }

    public static Draft.OfSignal ban() {
        return SignalDraft.moderation("ban")
                .source("forum")
                .author(new Author("8", null, null))
                .by("cm-07")
                .at("2026-11-23T12:00:00Z")
                .draft();
    }
}
