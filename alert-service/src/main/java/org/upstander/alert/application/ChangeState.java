package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.IncidentState;
import org.upstander.alert.domain.TimelineEntry;

/**
 * Changes the state of an incident under its lock. Whatever waits to call somebody, or to begin
 * doing so, is cancelled in the same transaction, so nobody is called after the commit; whoever
 * keeps an alert of their own about it is told.
 */
@ApplicationScoped
class ChangeState {

    private final IncidentStore incidents;
    private final DeliveryStore deliveries;
    private final TimerStore timers;
    private final StateDeliveries others;
    private final IncidentLog log;

    ChangeState(
            IncidentStore incidents,
            DeliveryStore deliveries,
            TimerStore timers,
            StateDeliveries others,
            IncidentLog log) {
        this.incidents = incidents;
        this.deliveries = deliveries;
        this.timers = timers;
        this.others = others;
        this.log = log;
    }

    /** Locks the incident until the end of the caller's transaction and does something with it. */
    Uni<Transition> withLocked(String incidentId, Function<Incident, Uni<Transition>> work) {
        return incidents
                .lock(incidentId)
                .chain(
                        found ->
                                found.map(work)
                                        .orElseGet(
                                                () ->
                                                        Uni.createFrom()
                                                                .item(new Transition.NotFound())));
    }

    /**
     * @param incident locked
     * @param state the new one; an open incident goes on calling people
     * @param told what the timeline says of it
     */
    Uni<Transition> to(Incident incident, IncidentState state, TimelineEntry told) {
        Incident changed = incident.in(state);
        return quiet(incident, changed, told.at())
                .chain(() -> log.tell(List.of(new IncidentLog.Told(changed, told))))
                .replaceWith(new Transition.Changed(changed));
    }

    /** Leaves the state as it is, and says what was done. */
    Uni<Transition> tell(Incident incident, TimelineEntry told) {
        return log.tell(List.of(new IncidentLog.Told(incident, told)))
                .replaceWith(new Transition.Changed(incident));
    }

    private Uni<Void> quiet(Incident before, Incident changed, Instant now) {
        if (changed.isOpen()) {
            return Uni.createFrom().voidItem();
        }
        Uni<Void> saved =
                before.state().equals(changed.state())
                        ? Uni.createFrom().voidItem()
                        : incidents.saveState(changed);
        return saved.chain(() -> deliveries.cancelWaiting(changed.id()))
                .chain(() -> others.tell(changed, now))
                .chain(
                        () ->
                                timers.clear(
                                        Set.of(changed.id()),
                                        changed.isResolved()
                                                ? Set.of(TimerStore.Kind.values())
                                                : Set.of(TimerStore.Kind.ACKNOWLEDGEMENT)));
    }
}
