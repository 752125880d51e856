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
     * @param person one name for all accounts that are declared to be the author's; null where none
     *     are
     * @param moderated whether the author was lately moderated
     */
    record Marked(
            String staffId,
            String assessmentId,
            String author,
            String source,
            String mark,
            Instant at,
            String incidentId,
            String person,
            boolean moderated) {

        /** Of an attack that is in no incident yet. */
        public Marked(
                String staffId,
                String assessmentId,
                String author,
                String source,
                String mark,
                Instant at) {
            this(staffId, assessmentId, author, source, mark, at, null, null, false);
        }
    }

    /**
     * Those that have one of these marks; a few dozen for each, the newest.
     *
     * @param since attacks before it are left out
     * @param moderatedSince moderation before it is long ago
     */
    Uni<List<Marked>> alike(Collection<String> marks, Instant since, Instant moderatedSince);

    /** Which authors of these have a mark in common with another of them. */
    Uni<Set<String>> sharing(Collection<String> assessmentIds);

    /** Keeps marks of assessments that are kept already. */
    Uni<Void> add(Collection<Marked> marks);

    /** Moderation actions against these accounts. */
    Uni<Map<String, List<Encounter.Act>>> actsAgainst(Collection<String> authors, Instant since);
}
