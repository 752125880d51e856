package org.upstander.alert.application.pattern;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.upstander.alert.domain.GroupKey;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.pattern.PatternKind;

/** Incidents that a pattern belongs to. Within the caller's transaction. */
public interface PatternIncidents {

    /** Makes attempts to reach somebody part of an incident, and whoever made them its author. */
    Uni<Void> join(String incidentId, Pair pair, Collection<String> attempts);

    /**
     * An attack that called with what its author had tried before.
     *
     * @param until when it was written
     */
    record Approached(String incidentId, Pair pair, Instant until) {}

    /** Makes what they had tried by then part of those incidents, unless it is part of others. */
    Uni<Void> joinAttempts(Collection<Approached> attacks);

    /**
     * The unresolved incidents in which these authors went on with one of these patterns.
     *
     * @return by what such an attack belongs to
     */
    Uni<Map<GroupKey, String>> goingOn(Collection<Pair> pairs, Collection<PatternKind> kinds);

    /**
     * A pile-on that is not resolved.
     *
     * @param authors who are part of it
     * @param lastActivityAt when the latest of its posts was written
     */
    record PileOn(String incidentId, int authors, Instant lastActivityAt) {}

    /** That of each of these people who has one. */
    Uni<Map<String, PileOn>> pileOns(Collection<String> staffIds);

    /**
     * An incident that is not resolved.
     *
     * @param posts those of its posts that were asked for, by the id of an assessment of them
     * @param related incidents that it is linked with
     */
    record Holding(Incident incident, Map<String, String> posts, Set<String> related) {}

    /**
     * The unresolved incidents that have some of these assessments; none where it is only one, as
     * then nothing is apart.
     */
    Uni<List<Holding>> holding(Collection<String> assessmentIds);
}
