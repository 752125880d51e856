package org.upstander.alert.application.pattern;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.upstander.alert.domain.pattern.Encounter;

/** What attacks have in common with others, without their text. Within the caller's transaction. */
public interface PatternMarks {

    /**
     * An attack with one of its marks.
     *
     * @param incidentId which it is part of, or null
     */
    record Marked(
            String staffId,
            String assessmentId,
            String author,
            String source,
            String mark,
            Instant at,
            String incidentId) {}

    /** Those that have one of these marks, of the last weeks; a few dozen for each. */
    Uni<List<Marked>> alike(Collection<String> marks, Instant since);

    /** Which authors of these have a mark in common with another of them. */
    Uni<Set<String>> sharing(Collection<String> assessmentIds);

    /** Keeps marks of assessments that are kept already. */
    Uni<Void> add(Collection<Marked> marks);

    /** Moderation actions against these accounts. */
    Uni<Map<String, List<Encounter.Act>>> actsAgainst(Collection<String> authors, Instant since);
}
