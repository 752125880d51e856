package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.EscalationPolicy.Position;
import org.upstander.alert.domain.Grouping;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.PageAgain.Decision;
import org.upstander.alert.domain.TimelineEntry;
import org.upstander.alert.domain.TimelineEntry.What;

/** Tells what became of incidents, and has people called about them. */
@ApplicationScoped
class PageAbout {

    private final PageStore pages;
    private final HeldIncidents holds;
    private final IncidentLog log;
    private final FollowAttacks followAttacks;

    PageAbout(PageStore pages, HeldIncidents holds, IncidentLog log, FollowAttacks followAttacks) {
        this.pages = pages;
        this.holds = holds;
        this.log = log;
        this.followAttacks = followAttacks;
    }

    /**
     * Within the caller's transaction.
     *
     * @param grouped saved already
     */
    Uni<List<Grouping.Change>> changes(GroupAttacks.Grouped grouped, Instant now) {
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
