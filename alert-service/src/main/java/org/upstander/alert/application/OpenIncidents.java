package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.upstander.alert.application.pattern.PatternNotes;
import org.upstander.alert.application.pattern.Seen;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.Grouping;
import org.upstander.alert.domain.pattern.Finding;

/** Opens incidents for attacks, or extends them, and schedules the first page of new ones. */
@ApplicationScoped
public class OpenIncidents {

    private final GroupAttacks groupAttacks;
    private final PageAbout pageAbout;
    private final PatternNotes patternNotes;
    private final MergeSingles mergeSingles;

    OpenIncidents(
            GroupAttacks groupAttacks,
            PageAbout pageAbout,
            PatternNotes patternNotes,
            MergeSingles mergeSingles) {
        this.groupAttacks = groupAttacks;
        this.pageAbout = pageAbout;
        this.patternNotes = patternNotes;
        this.mergeSingles = mergeSingles;
    }

    /** Within the caller's transaction; to be noted and merged then. */
    Uni<GroupAttacks.Grouped> from(WeighFresh.Weighed weighed, Instant now) {
        return groupAttacks.from(weighed, now).call(grouped -> follow(grouped, now));
    }

    /** Writes down what later ones need to know. Within the caller's transaction. */
    Uni<Void> note(List<Assessment> fresh, GroupAttacks.Grouped grouped, Instant now) {
        return Uni.combine()
                .all()
                .unis(patternNotes.lookLater(fresh, grouped.seen(), now), keep(grouped, now))
                .discardItems();
    }

    /** What belongs together by now, once it is noted. Within the caller's transaction. */
    Uni<Void> merge(GroupAttacks.Grouped grouped, Instant now) {
        return mergeSingles.into(grouped.seen(), grouped.changes(), now);
    }

    /**
     * For what was recorded before and counts otherwise now. Within the caller's transaction.
     *
     * @param seen nothing in it is new
     * @param inIncidents those that are part of an incident, resolved or not
     */
    public Uni<List<Grouping.Change>> again(Seen seen, Set<String> inIncidents, Instant now) {
        return groupAttacks
                .again(seen, inIncidents, now)
                .call(grouped -> keep(grouped, now))
                .call(grouped -> follow(grouped, now))
                .call(grouped -> merge(grouped, now))
                .map(GroupAttacks.Grouped::changes);
    }

    /**
     * For what no post but a pattern calls about. Within the caller's transaction.
     *
     * @param change saved already
     */
    public Uni<Void> about(Grouping.Change change, Finding finding, Instant now) {
        Seen seen = Seen.ofIncident(change.incident().id(), finding);
        return pageAbout
                .changes(
                        new GroupAttacks.Grouped(
                                List.of(change), WeighByEvents.Weighed.NOTHING, seen),
                        now)
                .replaceWithVoid();
    }

    private Uni<Void> keep(GroupAttacks.Grouped grouped, Instant now) {
        return patternNotes.keep(grouped.seen(), grouped.changes(), now);
    }

    private Uni<List<Grouping.Change>> follow(GroupAttacks.Grouped grouped, Instant now) {
        return grouped.changes().isEmpty()
                ? Uni.createFrom().item(grouped.changes())
                : pageAbout.changes(grouped, now);
    }
}
