package org.upstander.alert.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.upstander.alert.application.DecideHandOver.Decided;
import org.upstander.alert.domain.HandOver.Decision;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.IncidentState;
import org.upstander.alert.domain.TimelineEntry;
import org.upstander.alert.domain.TimelineEntry.What;
import org.upstander.alert.domain.schedule.LookAhead;
import org.upstander.alert.domain.schedule.Schedule;

/** Hands incidents over as was decided. Within the caller's transaction, under their locks. */
@ApplicationScoped
class HandOn {

    private final PageAnew pageAnew;
    private final HandOverMarks marks;
    private final HandOverStore store;
    private final PageStore pages;
    private final IncidentPolicy policies;
    private final Timeline timeline;

    HandOn(
            PageAnew pageAnew,
            HandOverMarks marks,
            HandOverStore store,
            PageStore pages,
            IncidentPolicy policies,
            Timeline timeline) {
        this.pageAnew = pageAnew;
        this.marks = marks;
        this.store = store;
        this.pages = pages;
        this.policies = policies;
        this.timeline = timeline;
    }

    Uni<Void> carryOut(List<Decided> all, Instant now) {
        Set<String> opened = new HashSet<>();
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(
                        one ->
                                carryOut(one, current(one.incident(), opened), now)
                                        .invoke(() -> opened.add(one.incident().id())))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** One that was handed over a moment ago is open since. */
    private static Incident current(Incident incident, Set<String> opened) {
        return opened.contains(incident.id()) && !incident.isResolved()
                ? incident.in(new IncidentState.Open())
                : incident;
    }

    private Uni<Void> carryOut(Decided one, Incident incident, Instant now) {
        Decision decision = one.decision();
        if (decision instanceof Decision.NotYet later) {
            return again(one, later.at());
        }
        if (decision instanceof Decision.To) {
            return begin(
                            incident,
                            one.handOver().step(),
                            "Handed over from %s to %s because the shift ended"
                                    .formatted(one.from(), one.to()),
                            now)
                    .chain(() -> marks.mark(incident.id(), one.handOver().scheduleId()));
        }
        return decision instanceof Decision.ToNextStep
                ? toNextStep(one, incident, now)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> again(Decided one, Instant at) {
        return store.plan(
                one.handOver().contactIds().stream()
                        .map(
                                contact ->
                                        new HandOverStore.Planned(
                                                new HandOverStore.OnShift(
                                                        one.incident().id(),
                                                        one.handOver().scheduleId(),
                                                        contact,
                                                        one.handOver().step()),
                                                at))
                        .toList());
    }

    private Uni<Void> begin(Incident incident, int step, String reason, Instant now) {
        return pageAnew.page(
                List.of(new PageAnew.Cause(incident, step, RunStore.Cause.AGAIN, reason)), now);
    }

    private Uni<Void> toNextStep(Decided one, Incident incident, Instant now) {
        String gone =
                "The shift of %s ended and nobody is on call in %s"
                        .formatted(
                                one.from(),
                                one.schedule()
                                        .map(Schedule::displayName)
                                        .orElse(one.handOver().scheduleId()));
        if (!incident.isOpen()) {
            return fromNextStep(one, incident, gone, now);
        }
        return pages.bringForward(incident.id(), now, gone)
                .chain(
                        there ->
                                Boolean.TRUE.equals(there)
                                        ? tell(
                                                incident,
                                                What.ESCALATED,
                                                gone + ": the next step is due at once",
                                                now)
                                        : fromNextStep(one, incident, gone, now));
    }

    private Uni<Void> fromNextStep(Decided one, Incident incident, String gone, Instant now) {
        return policies.of(incident)
                .map(policy -> policy.flatMap(one.handOver()::nextStep))
                .chain(
                        step ->
                                step.map(
                                                next ->
                                                        begin(
                                                                incident,
                                                                next,
                                                                gone + ": the next step is called",
                                                                now))
                                        .orElseGet(() -> waitForSomebody(one, gone, now)));
    }

    private Uni<Void> waitForSomebody(Decided one, String gone, Instant now) {
        return one.schedule()
                .flatMap(schedule -> LookAhead.nextOnCall(schedule, now))
                .map(
                        next ->
                                again(one, next)
                                        .chain(
                                                () ->
                                                        tell(
                                                                one.incident(),
                                                                What.NOT_PAGED,
                                                                gone + " until " + next,
                                                                now)))
                .orElseGet(
                        () ->
                                tell(
                                        one.incident(),
                                        What.NOT_PAGED,
                                        gone + ": nobody is left to call",
                                        now));
    }

    private Uni<Void> tell(Incident incident, What what, String reason, Instant now) {
        return timeline.add(List.of(new TimelineEntry(incident.id(), now, what, reason)));
    }
}
