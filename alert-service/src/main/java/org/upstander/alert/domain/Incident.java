package org.upstander.alert.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.upstander.alert.domain.pattern.PatternKind;

/**
 * Attacks on one member of staff that belong together.
 *
 * @param id deterministic from the assessment that opened it
 * @param staffId who is attacked
 * @param state where it stands
 * @param severity 1 to 4, of the worst post
 * @param categories of all posts
 * @param sources platforms of all posts
 * @param patterns recognised over time, as {@link PatternKind#wireName} writes them
 * @param postCount distinct posts
 * @param authorCount distinct authors
 * @param openedAt by our clock
 * @param lastActivityAt when the last post was written, never later than our clock
 */
public record Incident(
        String id,
        String staffId,
        IncidentState state,
        int severity,
        SortedSet<String> categories,
        SortedSet<String> sources,
        SortedSet<String> patterns,
        int postCount,
        int authorCount,
        Instant openedAt,
        Instant lastActivityAt) {

    /** Opens an incident without any post yet. */
    static Incident open(Assessment attack, Instant now, Instant activity) {
        return open(attack.id(), attack.staffId(), attack.severity(), now, activity);
    }

    /**
     * Opens an incident without any post yet.
     *
     * @param cause id of what opens it
     */
    static Incident open(
            String cause, String staffId, int severity, Instant now, Instant activity) {
        return new Incident(
                Ids.incident(cause),
                staffId,
                new IncidentState.Open(),
                severity,
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                0,
                0,
                now,
                activity);
    }

    /** With an attack that joins it, and what patterns it is part of. */
    Incident with(
            Assessment attack,
            Collection<String> seen,
            boolean newPost,
            boolean newAuthor,
            Instant activity) {
        return new Incident(
                id,
                staffId,
                state,
                Math.max(severity, attack.severity()),
                union(categories, attack.categories()),
                union(sources, List.of(attack.post().source())),
                union(patterns, seen),
                postCount + (newPost ? 1 : 0),
                authorCount + (newAuthor ? 1 : 0),
                openedAt,
                lastActivityAt.isAfter(activity) ? lastActivityAt : activity);
    }

    /**
     * What the posts of an incident amount to.
     *
     * @param severity 1 to 4, of the worst post
     */
    public record Content(
            int severity,
            SortedSet<String> categories,
            SortedSet<String> sources,
            int postCount,
            int authorCount) {}

    /** The same incident with other posts. */
    public Incident holding(Content content, Instant activity) {
        return new Incident(
                id,
                staffId,
                state,
                content.severity(),
                content.categories(),
                content.sources(),
                patterns,
                content.postCount(),
                content.authorCount(),
                openedAt,
                lastActivityAt.isAfter(activity) ? lastActivityAt : activity);
    }

    /** A new incident out of this one, without any post yet. */
    public Incident splitOff(String newId, Instant now) {
        return new Incident(
                newId,
                staffId,
                state,
                severity,
                categories,
                sources,
                patterns,
                0,
                0,
                now,
                lastActivityAt);
    }

    /** The same incident in another state. */
    public Incident in(IncidentState next) {
        return new Incident(
                id,
                staffId,
                next,
                severity,
                categories,
                sources,
                patterns,
                postCount,
                authorCount,
                openedAt,
                lastActivityAt);
    }

    /** The same incident with further patterns. */
    public Incident showing(Collection<String> seen) {
        return new Incident(
                id,
                staffId,
                state,
                severity,
                categories,
                sources,
                union(patterns, seen),
                postCount,
                authorCount,
                openedAt,
                lastActivityAt);
    }

    /**
     * The same incident with everything of others, and no less severe than any of them: a pattern
     * may have made one worse than its posts are.
     *
     * @param content what all posts amount to
     */
    public Incident takingIn(Collection<Incident> others, Content content) {
        Incident whole = holding(content, lastActivityAt);
        int worst = Math.max(severity, content.severity());
        for (Incident one : others) {
            whole = whole.holding(content, one.lastActivityAt).showing(one.patterns);
            worst = Math.max(worst, one.severity);
        }
        Content all =
                new Content(
                        worst,
                        content.categories(),
                        content.sources(),
                        content.postCount(),
                        content.authorCount());
        return whole.holding(all, whole.lastActivityAt);
    }

    public boolean isOpen() {
        return state instanceof IncidentState.Open;
    }

    public boolean isResolved() {
        return state instanceof IncidentState.Resolved;
    }

    private static SortedSet<String> union(SortedSet<String> known, Collection<String> more) {
        SortedSet<String> all = new TreeSet<>(known);
        all.addAll(more);
        return all;
    }
}
