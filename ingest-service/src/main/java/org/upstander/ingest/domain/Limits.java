package org.upstander.ingest.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a field may hold. The numbers are those of the schemas in event-contracts: what we write
 * must satisfy every reader. Lengths are Unicode characters unless they say bytes.
 */
public final class Limits {

    public static final int SOURCE = 64;
    public static final int EXTERNAL_ID = 512;
    public static final int AUTHOR_ID = 256;
    public static final int AUTHOR_HANDLE = 256;
    public static final int AUTHOR_DISPLAY_NAME = 256;
    public static final int THREAD_ID = 512;
    public static final int THREAD_TITLE = 1024;
    public static final int PARENT_TEXT = 1000;
    public static final int URL = 2048;
    public static final int LANGUAGE = 35;
    public static final int STAFF_ID = 128;
    public static final int NOTE = 4000;
    public static final int INVITE = 256;

    /** Most attributes of another classifier on one post. */
    public static final int ATTRIBUTE_SCORES = 20;

    /** Bytes of UTF-8; longer is cut, not refused. */
    public static final int TEXT_BYTES = 64 * 1024;

    /** No community on the net is older; an earlier date is a broken clock. */
    public static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    /** How far ahead of ours a source's clock may be. */
    public static final Duration AHEAD = Duration.ofDays(1);

    public static final List<String> VISIBILITIES =
            List.of("public", "members", "private-consented");
    public static final List<String> SIGNAL_TYPES =
            List.of("moderation-action", "contact-attempt", "amplification", "member-joined");
    public static final List<String> ACTIONS =
            List.of("ban", "suspend", "mute", "warn", "remove-post", "reject-entry");
    public static final List<String> KINDS =
            List.of("friend-request", "follow", "direct-message", "email", "call", "in-person");
    public static final List<String> ACCOUNTS = List.of("personal", "professional");

    private Limits() {}
}
