package org.upstander.alert.application.pattern;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.upstander.alert.domain.pattern.Encounter;
import org.upstander.alert.domain.pattern.PatternSettings;

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

        /** Those by authors who were lately moderated. */
        static Stream<Marked> ofModerated(Collection<Marked> some) {
            return some.stream().filter(Marked::moderated);
        }
    }

    /** So many attacks with one mark say enough. */
    int MOST = 50;

    /**
     * Those that have one of these marks; {@link #MOST} for each, the newest.
     *
     * @param since attacks before it are left out
     * @param moderatedSince moderation before it is long ago
     */
    Uni<List<Marked>> alike(Collection<String> marks, Instant since, Instant moderatedSince);

    /** The same of these attacks, as long as such things count. */
    default Uni<List<Marked>> alike(Collection<Marked> own, PatternSettings settings, Instant now) {
        return own.isEmpty()
                ? Uni.createFrom().item(List.of())
                : alike(
                        own.stream().map(Marked::mark).collect(Collectors.toSet()),
                        now.minus(settings.horizon()),
                        now.minus(settings.retaliation().window()));
    }

    /**
     * The marks of assessments that are kept, by which they are found again: texts are not kept.
     */
    Uni<List<Marked>> ofKept(Collection<String> assessmentIds);

    /** Which authors of these have a mark in common with another of them. */
    Uni<Set<String>> sharing(Collection<String> assessmentIds);

    /** Keeps marks of assessments that are kept already. */
    Uni<Void> add(Collection<Marked> marks);

    /** Moderation actions against these accounts. */
    Uni<Map<String, List<Encounter.Act>>> actsAgainst(Collection<String> authors, Instant since);
}
