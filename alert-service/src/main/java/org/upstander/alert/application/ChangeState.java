package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.IncidentState;
import org.upstander.alert.domain.TimelineEntry;

/**
 * Changes the state of an incident: compare and set under the incident's lock. Whatever waits to
 * call somebody is cancelled in the same transaction, so nobody is called after the commit; whoever
 * keeps an alert of their own about it is told.
 */
@ApplicationScoped
class ChangeState {

    private final Transactions transactions;
    private final IncidentStore incidents;
    private final DeliveryStore deliveries;
    private final StateDeliveries others;
    private final IncidentLog log;

    ChangeState(
            Transactions transactions,
            IncidentStore incidents,
            DeliveryStore deliveries,
            StateDeliveries others,
            IncidentLog log) {
        this.transactions = transactions;
        this.incidents = incidents;
        this.deliveries = deliveries;
        this.others = others;
        this.log = log;
    }

    /**
     * @param next the new state, or empty to leave the incident as it is
     * @param told what the timeline says of it
     */
    Uni<Transition> change(
            String incidentId,
            Function<Incident, Optional<IncidentState>> next,
            TimelineEntry told) {
        return transactions.run(
                () ->
                        incidents
                                .lock(incidentId)
                                .chain(
                                        found ->
                                                found.map(incident -> apply(incident, next, told))
                                                        .orElseGet(ChangeState::notFound)));
    }

    private Uni<Transition> apply(
            Incident incident,
            Function<Incident, Optional<IncidentState>> next,
            TimelineEntry told) {
        Optional<IncidentState> state = next.apply(incident);
        if (state.isEmpty()) {
            return Uni.createFrom().item(new Transition.Unchanged(incident));
        }
        Incident changed = incident.in(state.get());
        return incidents
                .saveState(changed)
                .chain(() -> deliveries.cancelWaiting(changed.id()))
                .chain(() -> others.tell(changed, told.at()))
                .chain(() -> log.tell(List.of(new IncidentLog.Told(changed, told))))
                .replaceWith(new Transition.Changed(changed));
    }

    private static Uni<Transition> notFound() {
        return Uni.createFrom().item(new Transition.NotFound());
    }
}
