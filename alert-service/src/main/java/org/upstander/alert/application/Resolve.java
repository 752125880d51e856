package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.upstander.alert.domain.Acknowledgement;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.IncidentState;
import org.upstander.alert.domain.PagingRules;
import org.upstander.alert.domain.TimelineEntry;

/** It is over. A grave incident is not, until somebody spoke with the attacked or says why. */
@ApplicationScoped
public class Resolve {

    private final Transactions transactions;
    private final ChangeState states;
    private final AcknowledgementStore acknowledgements;
    private final Clock clock;

    Resolve(
            Transactions transactions,
            ChangeState states,
            AcknowledgementStore acknowledgements,
            Clock clock) {
        this.transactions = transactions;
        this.states = states;
        this.acknowledgements = acknowledgements;
        this.clock = clock;
    }

    /** As below, by somebody who gives no reason. */
    public Uni<Transition> resolve(String incidentId, String by, String resolution, String told) {
        return resolve(incidentId, by, resolution, told, false);
    }

    /**
     * Changes an open or acknowledged incident; again, nothing happens. {@link
     * Transition.ReasonMissing} for a grave one about which nobody spoke with the attacked.
     *
     * @param by who, as an id or a name
     * @param resolution what came out, a word, or null
     * @param told a sentence for the timeline
     * @param explained whether that sentence holds a reason in somebody's own words
     */
    public Uni<Transition> resolve(
            String incidentId, String by, String resolution, String told, boolean explained) {
        Instant now = clock.instant();
        IncidentState resolved = new IncidentState.Resolved(now, by, resolution);
        TimelineEntry entry = new TimelineEntry(incidentId, now, TimelineEntry.What.RESOLVED, told);
        return transactions.run(
                () ->
                        states.withLocked(
                                incidentId,
                                incident ->
                                        incident.isResolved()
                                                ? done(new Transition.Unchanged(incident))
                                                : mayClose(incident, explained)
                                                        .chain(
                                                                may ->
                                                                        Boolean.TRUE.equals(may)
                                                                                ? states.to(
                                                                                        incident,
                                                                                        resolved,
                                                                                        entry)
                                                                                : done(
                                                                                        new Transition
                                                                                                .ReasonMissing(
                                                                                                incident)))));
    }

    private Uni<Boolean> mayClose(Incident incident, boolean explained) {
        return explained || incident.severity() < PagingRules.GRAVE
                ? Uni.createFrom().item(true)
                : acknowledgements.of(incident.id()).map(Acknowledgement::spokeWithTarget);
    }

    private static Uni<Transition> done(Transition transition) {
        return Uni.createFrom().item(transition);
    }
}
