package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.upstander.alert.application.pattern.PatternCost;
import org.upstander.alert.application.pattern.PatternNotes;
import org.upstander.alert.application.pattern.Seen;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.EscalationPolicy.Position;
import org.upstander.alert.domain.Grouping;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.PageAgain.Decision;
import org.upstander.alert.domain.TimelineEntry;
import org.upstander.alert.domain.TimelineEntry.What;
import org.upstander.alert.domain.pattern.Finding;

/** Opens incidents for attacks, or extends them, and schedules the first page of new ones. */
@ApplicationScoped
public class OpenIncidents {

    private final GroupAttacks groupAttacks;
    private final PageStore pages;
    private final HeldIncidents holds;
    private final IncidentLog log;
    private final FollowAttacks followAttacks;
    private final PatternNotes patternNotes;

    OpenIncidents(
            GroupAttacks groupAttacks,
            PageStore pages,
            HeldIncidents holds,
            IncidentLog log,
            FollowAttacks followAttacks,
            PatternNotes patternNotes) {
        this.patternNotes = patternNotes;
        this.groupAttacks = groupAttacks;
        this.followAttacks = followAttacks;
        this.pages = pages;
        this.holds = holds;
        this.log = log;
    }

    /**
     * Within the caller's transaction.
     *
     * @param cost of patterns, so far
     */
    Uni<List<Grouping.Change>> from(List<Assessment> assessments, PatternCost cost, Instant now) {
        return groupAttacks
                .from(assessments, cost, now)
                .call(
                        grouped ->
                                cost.of(
                                        () ->
                                                patternNotes.lookLater(
                                                        assessments, grouped.seen(), now)))
                .call(grouped -> cost.of(() -> keep(grouped, now)))
                .chain(grouped -> follow(grouped, now));
    }

    /**
     * For what was recorded before and counts otherwise now. Within the caller's transaction.
     *
     * @param seen nothing in it is new
     */
    public Uni<List<Grouping.Change>> again(Seen seen, Instant now) {
        return groupAttacks
                .again(seen, now)
                .call(grouped -> keep(grouped, now))
                .chain(grouped -> follow(grouped, now));
    }

    /**
     * For what no post but a pattern calls about. Within the caller's transaction.
     *
     * @param change saved already
     */
    public Uni<Void> about(Grouping.Change change, Finding finding, Instant now) {
        Seen seen = Seen.ofIncident(change.incident().id(), finding);
        return pageAbout(
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
                : pageAbout(grouped, now);
    }

    private Uni<List<Grouping.Change>> pageAbout(GroupAttacks.Grouped grouped, Instant now) {
        return Uni.createFrom()
                .item(grouped.changes())
                .call(changes -> holds.incidentsChanged(extended(changes), now))
                .call(changes -> pages.schedule(firstPages(changes, now)))
                .call(
                        changes ->
                                followAttacks
                                        .decide(changes, now)
                                        .chain(decisions -> follow(grouped, decisions, now)));
    }

    private Uni<Void> follow(
            GroupAttacks.Grouped grouped, Map<String, Decision> decisions, Instant now) {
        return log.tell(
                        grouped.changes().stream()
                                .map(one -> told(one, decisions, grouped.why(one), now))
                                .toList())
                .chain(() -> followAttacks.act(grouped.changes(), decisions, now));
    }

    /** A threat that joins an incident ends the silence that held its page. */
    private static List<String> extended(List<Grouping.Change> changes) {
        return changes.stream()
                .filter(change -> !change.opened())
                .map(change -> change.incident().id())
                .toList();
    }

    private static IncidentLog.Told told(
            Grouping.Change change, Map<String, Decision> decisions, String why, Instant now) {
        Incident incident = change.incident();
        What what = change.opened() ? What.OPENED : What.EXTENDED;
        Decision decision = decisions.get(incident.id());
        String reason =
                "%s: %s; %d %s by %d %s so far%s"
                                .formatted(
                                        attacks(change),
                                        kinds(incident),
                                        incident.postCount(),
                                        incident.postCount() == 1 ? "post" : "posts",
                                        incident.authorCount(),
                                        incident.authorCount() == 1 ? "author" : "authors",
                                        decision == null || decision.startsAnew()
                                                ? ""
                                                : ". " + decision.reason())
                        + why;
        return new IncidentLog.Told(incident, new TimelineEntry(incident.id(), now, what, reason));
    }

    private static String attacks(Grouping.Change change) {
        List<Assessment> attacks = change.attacks();
        int severity =
                attacks.stream()
                        .mapToInt(Assessment::severity)
                        .max()
                        .orElse(change.incident().severity());
        String what =
                switch (attacks.size()) {
                    case 0 -> "No post";
                    case 1 -> "An attack";
                    default -> attacks.size() + " attacks";
                };
        return what + ", severity " + severity;
    }

    /** What makes it one: patterns where no single post is an attack. */
    private static String kinds(Incident incident) {
        return String.join(
                ", ",
                incident.categories().isEmpty() ? incident.patterns() : incident.categories());
    }

    private static List<PageStore.NewPage> firstPages(List<Grouping.Change> changes, Instant now) {
        return changes.stream()
                .filter(Grouping.Change::opened)
                .map(
                        change ->
                                new PageStore.NewPage(
                                        change.incident().id(),
                                        Position.FIRST,
                                        now,
                                        "An incident opened"))
                .toList();
    }
}
