package org.upstander.scenarios.stage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;

/**
 * What came of a story.
 *
 * @param incidents by time
 * @param notices of sources
 * @param posts how many there were
 */
public record Played(List<Noticed> incidents, List<Notice> notices, int posts) {

    /**
     * An incident.
     *
     * @param patterns wire names
     * @param authors accounts as the story names them
     * @param posts ids as the story names them
     * @param firstPostAt when the first of them was written
     * @param openedAt when it was noticed
     * @param pages when the policy began
     * @param reasons sentences of the patterns
     */
    public record Noticed(
            String staff,
            SortedSet<String> patterns,
            int severity,
            SortedSet<String> sources,
            SortedSet<String> authors,
            SortedSet<String> posts,
            Instant firstPostAt,
            Instant openedAt,
            List<Instant> pages,
            List<String> reasons) {

        /** How long it took to notice it. */
        public Duration detectedAfter() {
            return Duration.between(firstPostAt, openedAt);
        }

        /** What must not depend on how the posts came. */
        public String canonical() {
            return "%s %s severity %d on %s by %s: %s"
                    .formatted(staff, patterns, severity, sources, authors, posts);
        }
    }

    /**
     * @param state {@code blind} or {@code sees}
     * @param at when it was said
     */
    public record Notice(String source, String state, Instant at) {}
}
