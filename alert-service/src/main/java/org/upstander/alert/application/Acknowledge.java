package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.IncidentState;
import org.upstander.alert.domain.TimelineEntry;

/** Somebody is at it: nobody else is called. */
@ApplicationScoped
public class Acknowledge {

    private final ChangeState states;
    private final Clock clock;

    Acknowledge(ChangeState states, Clock clock) {
        this.states = states;
        this.clock = clock;
    }

    /**
     * Only an open incident changes; again, or after it was resolved, nothing happens.
     *
     * @param by who, as an id or a name
     * @param reason a sentence for the timeline
     */
    public Uni<Transition> acknowledge(String incidentId, String by, String reason) {
        Instant now = clock.instant();
        return states.change(
                incidentId,
                incident -> next(incident, now, by),
                new TimelineEntry(incidentId, now, TimelineEntry.What.ACKNOWLEDGED, reason));
    }

    private static Optional<IncidentState> next(Incident incident, Instant now, String by) {
        return incident.isOpen()
                ? Optional.of(new IncidentState.Acknowledged(now, by))
                : Optional.empty();
    }
}
