package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.TimelineEntry;

/** Somebody cannot help, or not alone: the next step is called at once. */
@ApplicationScoped
public class EscalateNow {

    private final Transactions transactions;
    private final IncidentStore incidents;
    private final PageStore pages;
    private final Timeline timeline;
    private final Clock clock;

    EscalateNow(
            Transactions transactions,
            IncidentStore incidents,
            PageStore pages,
            Timeline timeline,
            Clock clock) {
        this.transactions = transactions;
        this.incidents = incidents;
        this.pages = pages;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * Calls the next step of an open incident at once. Where no step is left, or the incident is
     * acknowledged or resolved, nothing happens.
     *
     * @param reason a sentence for the timeline
     */
    public Uni<Transition> escalate(String incidentId, String reason) {
        Instant now = clock.instant();
        return transactions.run(
                () ->
                        incidents
                                .lock(incidentId)
                                .chain(
                                        found ->
                                                found.map(
                                                                incident ->
                                                                        escalate(
                                                                                incident, reason,
                                                                                now))
                                                        .orElseGet(
                                                                () ->
                                                                        Uni.createFrom()
                                                                                .item(
                                                                                        new Transition
                                                                                                .NotFound()))));
    }

    private Uni<Transition> escalate(Incident incident, String reason, Instant now) {
        if (!incident.isOpen()) {
            return Uni.createFrom().item(new Transition.Unchanged(incident));
        }
        return pages.bringForward(incident.id(), now, "Somebody escalated")
                .chain(
                        there ->
                                Boolean.TRUE.equals(there)
                                        ? told(incident, reason, now)
                                        : Uni.createFrom()
                                                .item(new Transition.Unchanged(incident)));
    }

    private Uni<Transition> told(Incident incident, String reason, Instant now) {
        TimelineEntry entry =
                new TimelineEntry(incident.id(), now, TimelineEntry.What.ESCALATED, reason);
        return timeline.add(List.of(entry)).replaceWith(new Transition.Changed(incident));
    }
}
