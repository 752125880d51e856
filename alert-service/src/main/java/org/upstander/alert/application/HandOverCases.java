package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.upstander.alert.domain.HandOver;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.IncidentState;

/** Reads what decides whether an incident is handed over. */
@ApplicationScoped
class HandOverCases {

    /** A silence that is deleted tells nobody here. */
    private static final Duration LOOK_AT_MOST = Duration.ofMinutes(10);

    private final HandOverStore store;
    private final AcknowledgementStore acknowledgements;
    private final Directory directory;
    private final SilencedUntil silencedUntil;

    HandOverCases(
            HandOverStore store,
            AcknowledgementStore acknowledgements,
            Directory directory,
            SilencedUntil silencedUntil) {
        this.store = store;
        this.acknowledgements = acknowledgements;
        this.directory = directory;
        this.silencedUntil = silencedUntil;
    }

    /** What is known of several incidents at once. */
    record Facts(
            Set<String> commented,
            Map<String, Instant> silenced,
            Set<List<String>> waiting,
            Map<String, Set<Integer>> dueSteps) {

        /** Whether they were called as on call in the schedule, in a shift that goes on. */
        boolean isWaiting(String incidentId, String scheduleId, String contactId) {
            return waiting.contains(List.of(incidentId, scheduleId, contactId));
        }
    }

    /** Within the caller's transaction. */
    Uni<Facts> facts(List<Incident> locked, Instant now) {
        List<String> ids = locked.stream().map(Incident::id).toList();
        return Uni.combine()
                .all()
                .unis(
                        store.commented(ids),
                        silencedUntil.of(locked, now),
                        store.waiting(ids),
                        store.dueSteps(ids, now))
                .usingConcurrencyOf(1)
                .with(HandOverCases::facts);
    }

    private static Facts facts(
            Set<String> commented,
            Map<String, Instant> silenced,
            List<HandOverStore.OnShift> waiting,
            Map<String, Set<Integer>> dueSteps) {
        return new Facts(
                commented,
                silenced,
                waiting.stream()
                        .map(one -> List.of(one.incidentId(), one.scheduleId(), one.contactId()))
                        .collect(Collectors.toSet()),
                dueSteps);
    }

    /**
     * Within the caller's transaction.
     *
     * @param handOver who goes off shift
     */
    Uni<HandOver.Case> of(Incident incident, HandOver handOver, Facts facts, Instant now) {
        Optional<Instant> silenced =
                Optional.ofNullable(facts.silenced().get(incident.id()))
                        .map(end -> earlier(end, now.plus(LOOK_AT_MOST)));
        boolean pagedNow =
                facts.dueSteps().getOrDefault(incident.id(), Set.of()).contains(handOver.step());
        boolean commented = facts.commented().contains(incident.id());
        return acknowledgements
                .of(incident.id())
                .chain(
                        given ->
                                inOtherHands(incident, handOver.contactIds())
                                        .map(
                                                other ->
                                                        new HandOver.Case(
                                                                incident, given, commented, other,
                                                                pagedNow, silenced)));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** A name that is no contact's may be anybody's, also that of who goes. */
    private Uni<Boolean> inOtherHands(Incident incident, List<String> gone) {
        return incident.state() instanceof IncidentState.Acknowledged taken
                        && !gone.contains(taken.by())
                ? directory.contact(taken.by()).map(Optional::isPresent)
                : Uni.createFrom().item(false);
    }
}
