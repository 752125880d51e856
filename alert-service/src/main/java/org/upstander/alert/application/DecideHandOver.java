package org.upstander.alert.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.upstander.alert.domain.Contact;
import org.upstander.alert.domain.HandOver;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.schedule.LookAhead;
import org.upstander.alert.domain.schedule.Schedule;

/** Finds out what becomes of incidents whose contact goes off shift, as {@link HandOver} says. */
@ApplicationScoped
class DecideHandOver {

    private final HandOverCases cases;
    private final Directory directory;

    DecideHandOver(HandOverCases cases, Directory directory) {
        this.cases = cases;
        this.directory = directory;
    }

    /**
     * @param incident locked
     * @param handOver who goes
     * @param schedule as it is now; empty where it is gone
     * @param decision what becomes of it
     * @param from names of who goes
     * @param to names of who comes; empty where nobody does
     */
    record Decided(
            Incident incident,
            HandOver handOver,
            Optional<Schedule> schedule,
            HandOver.Decision decision,
            String from,
            String to) {}

    /**
     * Reads within the caller's transaction, writes nothing.
     *
     * @param locked the incidents
     */
    Uni<List<Decided>> decide(List<HandOverStore.OnShift> due, List<Incident> locked, Instant now) {
        Map<String, Incident> incidents =
                locked.stream().collect(Collectors.toMap(Incident::id, Function.identity()));
        Map<List<String>, List<HandOverStore.OnShift>> groups =
                due.stream()
                        .filter(one -> incidents.containsKey(one.incidentId()))
                        .collect(
                                Collectors.groupingBy(
                                        one -> List.of(one.incidentId(), one.scheduleId()),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return cases.facts(locked, now)
                .chain(
                        facts ->
                                Multi.createFrom()
                                        .iterable(groups.values())
                                        .onItem()
                                        .transformToUniAndConcatenate(
                                                group ->
                                                        decide(
                                                                group,
                                                                incidents.get(
                                                                        group.get(0).incidentId()),
                                                                facts,
                                                                now))
                                        .collect()
                                        .asList())
                .map(all -> all.stream().flatMap(List::stream).toList());
    }

    private Uni<List<Decided>> decide(
            List<HandOverStore.OnShift> group,
            Incident incident,
            HandOverCases.Facts facts,
            Instant now) {
        return directory
                .schedule(group.get(0).scheduleId())
                .chain(schedule -> decide(group, incident, schedule, facts, now));
    }

    private Uni<List<Decided>> decide(
            List<HandOverStore.OnShift> group,
            Incident incident,
            Optional<Schedule> schedule,
            HandOverCases.Facts facts,
            Instant now) {
        List<String> onCall = schedule.map(one -> one.onCall(now)).orElse(List.of());
        List<Decided> all = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        for (HandOverStore.OnShift one : group) {
            if (onCall.contains(one.contactId())) {
                all.add(stays(one, incident, schedule.orElseThrow(), now));
            } else {
                gone.add(one.contactId());
            }
        }
        if (gone.isEmpty()) {
            return Uni.createFrom().item(all);
        }
        HandOver handOver = new HandOver(group.get(0).scheduleId(), gone, group.get(0).step());
        Set<String> called =
                onCall.stream()
                        .filter(id -> isCalled(id, group, facts))
                        .collect(Collectors.toSet());
        return cases.of(incident, handOver, facts, now)
                .map(known -> handOver.decide(known, onCall, called))
                .chain(decision -> named(incident, handOver, schedule, decision))
                .invoke(all::add)
                .replaceWith(all);
    }

    /** The shift was made longer, or the look did not reach its end. */
    private static Decided stays(
            HandOverStore.OnShift one, Incident incident, Schedule schedule, Instant now) {
        HandOver handOver = new HandOver(one.scheduleId(), List.of(one.contactId()), one.step());
        Instant end = LookAhead.endOfShift(schedule, one.contactId(), now);
        HandOver.Decision decision =
                incident.isResolved()
                        ? new HandOver.Decision.Stays("It is resolved")
                        : new HandOver.Decision.NotYet(end);
        return new Decided(incident, handOver, Optional.of(schedule), decision, "", "");
    }

    private static boolean isCalled(
            String contactId, List<HandOverStore.OnShift> group, HandOverCases.Facts facts) {
        HandOverStore.OnShift one = group.get(0);
        return group.stream().anyMatch(due -> due.contactId().equals(contactId))
                || facts.isWaiting(one.incidentId(), one.scheduleId(), contactId);
    }

    private Uni<Decided> named(
            Incident incident,
            HandOver handOver,
            Optional<Schedule> schedule,
            HandOver.Decision decision) {
        List<String> coming =
                decision instanceof HandOver.Decision.To to ? to.contactIds() : List.of();
        return names(handOver.contactIds())
                .chain(
                        from ->
                                names(coming)
                                        .map(
                                                to ->
                                                        new Decided(
                                                                incident, handOver, schedule,
                                                                decision, from, to)));
    }

    private Uni<String> names(List<String> ids) {
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(
                        id ->
                                directory
                                        .contact(id)
                                        .map(found -> found.map(Contact::displayName).orElse(id)))
                .collect()
                .asList()
                .map(names -> String.join(" and ", names));
    }
}
