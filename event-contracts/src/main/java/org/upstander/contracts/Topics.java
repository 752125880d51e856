package org.upstander.contracts;

/**
 * Topic names and what their keys promise. Partitions, retention and compaction are declared in
 * {@code deploy/topics}.
 */
public final class Topics {

    /**
     * Posts as first seen, edited or deleted. Key: {@code source + "/" + thread.id}, or {@code
     * source + "/" + externalId} without a thread: revisions of a post stay in order.
     */
    public static final String POSTS = "upstander.posts.v1";

    /**
     * Moderation actions and contact attempts. Key: {@code staff}, else {@code by}, else {@code
     * author.id}, else {@code author.handle}.
     */
    public static final String SIGNALS = "upstander.signals.v1";

    /** Who is protected. Key: staff id; compacted, a null value removes the staff member. */
    public static final String ROSTER = "upstander.roster.v1";

    /** One verdict for one (post revision, staff member). Key: staff id. */
    public static final String ASSESSMENTS = "upstander.assessments.v1";

    /** Lifecycle of incidents, for other systems. Key: incident id. */
    public static final String INCIDENTS = "upstander.incidents.v1";

    /** API tokens as hashes. Key: token id; compacted, a null value revokes the token. */
    public static final String TOKENS = "upstander.tokens.v1";

    /**
     * From where on what scoring finds counts. Key: {@code everybody}; compacted, a null value goes
     * back to what scoring-service was started with.
     */
    public static final String THRESHOLDS = "upstander.thresholds.v1";

    /**
     * Whether each source of posts is seen. Key: source id; compacted, a null value removes the
     * source.
     */
    public static final String SOURCES = "upstander.sources.v1";

    /**
     * Posts as they were received, for evidence. Key: {@code postId}. One record for each revision
     * that was accepted, written together with that of {@link #POSTS} and with the same {@code
     * ce_id}; its value is sealed (AES-256-GCM: one byte of version, 12 of nonce, then the sealed
     * bytes with their tag of 16). Authenticated with it, as UTF-8 with line feeds between them:
     * {@link Headers#ID}, {@link Headers#ORIGINAL_CONTENT_TYPE}, {@link Headers#ORIGINAL_FORM}.
     */
    public static final String ORIGINALS = "upstander.originals.v1";

    /** A record that could not be processed goes to its topic's name plus this suffix, key kept. */
    public static final String DEAD_LETTER_SUFFIX = ".dlq";

    private Topics() {}
}
