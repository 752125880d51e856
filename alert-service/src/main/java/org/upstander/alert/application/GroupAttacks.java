package org.upstander.alert.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.Grouping;
import org.upstander.alert.domain.StaffMember;

/** Finds the attacks that call somebody, sorts them into incidents, and keeps all of it. */
@ApplicationScoped
class GroupAttacks {

    private final IncidentStore incidents;
    private final AssessmentStore assessments;
    private final Directory directory;
    private final WeighByEvents weighByEvents;
    private final EngineSettings settings;

    GroupAttacks(
            IncidentStore incidents,
            AssessmentStore assessments,
            Directory directory,
            WeighByEvents weighByEvents,
            EngineSettings settings) {
        this.incidents = incidents;
        this.assessments = assessments;
        this.directory = directory;
        this.weighByEvents = weighByEvents;
        this.settings = settings;
    }

    /**
     * @param changes what became of incidents; they are saved and thereby locked
     * @param weighed what event modes made of the attacks
     */
    record Grouped(List<Grouping.Change> changes, WeighByEvents.Weighed weighed) {}

    /**
     * @param fresh never recorded before
     */
    Uni<Grouped> from(List<Assessment> fresh, Instant now) {
        return weighByEvents
                .weigh(fresh, now)
                .chain(
                        weighed ->
                                attacks(weighed.attacks())
                                        .chain(attacks -> group(attacks, weighed, now))
                                        .call(changes -> assessments.add(fresh, changes, now))
                                        .call(() -> weighByEvents.keep(weighed, now))
                                        .map(changes -> new Grouped(changes, weighed)));
    }

    private Uni<List<Grouping.Change>> group(
            List<Assessment> attacks, WeighByEvents.Weighed weighed, Instant now) {
        return attacks.isEmpty()
                ? Uni.createFrom().item(List.of())
                : incidents
                        .known(attacks, now.minus(settings.reopenWithin()))
                        .map(known -> Grouping.group(known, attacks, now, settings.window()))
                        .map(weighed::calling)
                        .call(this::save);
    }

    private Uni<Void> save(List<Grouping.Change> changes) {
        return changes.isEmpty() ? Uni.createFrom().voidItem() : incidents.save(changes);
    }

    /** One severity earlier on a junior. */
    private Uni<List<Assessment>> attacks(List<Assessment> weighed) {
        int bar = settings.pageFromSeverity();
        Set<String> almost =
                weighed.stream()
                        .filter(one -> bar > 1 && !one.pages(bar) && one.pages(bar - 1))
                        .map(Assessment::staffId)
                        .collect(Collectors.toSet());
        return juniors(almost)
                .map(
                        juniors ->
                                weighed.stream()
                                        .filter(
                                                one ->
                                                        one.pages(bar)
                                                                || one.pages(bar - 1)
                                                                        && juniors.contains(
                                                                                one.staffId()))
                                        .toList());
    }

    private Uni<Set<String>> juniors(Set<String> staffIds) {
        return Multi.createFrom()
                .iterable(staffIds)
                .onItem()
                .transformToUniAndConcatenate(directory::staff)
                .filter(staff -> staff.filter(StaffMember::junior).isPresent())
                .map(staff -> staff.get().id())
                .collect()
                .asSet();
    }
}
