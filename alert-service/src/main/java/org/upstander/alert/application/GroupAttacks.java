package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.upstander.alert.application.pattern.Seen;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.Grouping;
import org.upstander.alert.domain.Ties;

/** Finds the attacks that call somebody, sorts them into incidents, and keeps all of it. */
@ApplicationScoped
class GroupAttacks {

    private final IncidentStore incidents;
    private final AssessmentStore assessments;
    private final CallingAttacks callingAttacks;
    private final WeighByEvents weighByEvents;
    private final EngineSettings settings;

    GroupAttacks(
            IncidentStore incidents,
            AssessmentStore assessments,
            CallingAttacks callingAttacks,
            WeighByEvents weighByEvents,
            EngineSettings settings) {
        this.incidents = incidents;
        this.assessments = assessments;
        this.callingAttacks = callingAttacks;
        this.weighByEvents = weighByEvents;
        this.settings = settings;
    }

    /**
     * @param changes what became of incidents; they are saved and thereby locked
     * @param weighed what event modes made of the attacks
     * @param seen what patterns made of them
     */
    record Grouped(List<Grouping.Change> changes, WeighByEvents.Weighed weighed, Seen seen) {

        /** For the timeline: a sentence for each decision, or nothing. */
        String why(Grouping.Change change) {
            return seen.why(change) + weighed.why(change);
        }
    }

    /** Those that were never recorded before. */
    Uni<Grouped> from(WeighFresh.Weighed fresh, Instant now) {
        Seen seen = fresh.seen();
        return weighByEvents
                .weigh(seen.plain(), now)
                .chain(weighed -> keep(fresh.fresh(), seen, weighed, now));
    }

    private Uni<Grouped> keep(
            List<Assessment> fresh, Seen seen, WeighByEvents.Weighed weighed, Instant now) {
        return group(seen, weighed, Set.of(), now)
                .call(changes -> assessments.add(fresh, changes, now))
                .call(() -> weighByEvents.keep(weighed, now))
                .map(changes -> new Grouped(changes, weighed, seen));
    }

    /**
     * Those that were recorded before and count otherwise now.
     *
     * @param seen nothing in it is new
     * @param inIncidents those that are part of an incident; where that takes no more they open no
     *     other
     */
    Uni<Grouped> again(Seen seen, Set<String> inIncidents, Instant now) {
        WeighByEvents.Weighed weighed = WeighByEvents.Weighed.NOTHING;
        return group(seen, weighed, inIncidents, now)
                .map(changes -> new Grouped(changes, weighed, seen));
    }

    private Uni<List<Grouping.Change>> group(
            Seen seen, WeighByEvents.Weighed weighed, Set<String> inIncidents, Instant now) {
        return callingAttacks
                .among(seen.with(weighed.attacks()))
                .chain(
                        attacks ->
                                attacks.isEmpty()
                                        ? Uni.createFrom().item(List.<Grouping.Change>of())
                                        : group(attacks, seen.ties(), inIncidents, now)
                                                .map(weighed::calling)
                                                .call(this::save));
    }

    private Uni<List<Grouping.Change>> group(
            List<Assessment> attacks, Ties ties, Set<String> inIncidents, Instant now) {
        return incidents
                .known(attacks, ties, now.minus(settings.reopenWithin()))
                .map(known -> group(known, attacks, ties, inIncidents, now));
    }

    private List<Grouping.Change> group(
            Grouping.Known known,
            List<Assessment> attacks,
            Ties ties,
            Set<String> inIncidents,
            Instant now) {
        List<Grouping.Change> changes =
                Grouping.group(known, attacks, ties, now, settings.window());
        Set<String> settled =
                changes.stream()
                        .filter(Grouping.Change::opened)
                        .flatMap(change -> change.attacks().stream())
                        .map(Assessment::id)
                        .filter(inIncidents::contains)
                        .collect(Collectors.toSet());
        return settled.isEmpty()
                ? changes
                : group(
                        known,
                        attacks.stream().filter(one -> !settled.contains(one.id())).toList(),
                        ties,
                        inIncidents,
                        now);
    }

    private Uni<Void> save(List<Grouping.Change> changes) {
        return changes.isEmpty() ? Uni.createFrom().voidItem() : incidents.save(changes);
    }
}
