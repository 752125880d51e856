package org.upstander.alert.domain;

import java.time.Instant;
import java.util.Locale;

/**
 * Whether posts of a place that is watched are seen.
 *
 * @param displayName what the operator calls it; from outside
 * @param platform the {@code source} of its posts
 * @param cause why it is blind, or null
 * @param since when the state began: of a blind one, since when posts are missing
 * @param at when that was found
 */
public record SourceSight(
        String sourceId,
        String displayName,
        String platform,
        State state,
        Cause cause,
        Instant since,
        Instant at) {

    /** Whether posts are seen. */
    public enum State {
        SEES,
        BLIND,
        /** On purpose. */
        PAUSED,
        /** A word of later versions: nobody is told. */
        OTHER;

        /** As in the database. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why posts are not seen. */
    public enum Cause {
        SILENT,
        RATE_LIMITED,
        EMPTY_CONTENT,
        REFUSED,
        GONE,
        UNREACHABLE,
        /** A word of later versions. */
        OTHER;

        /** As on the topic. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
