package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.IncidentState;
import org.upstander.alert.domain.TimelineEntry;

/** It is over: a new attack opens a new incident. */
@ApplicationScoped
public class Resolve {

    private final ChangeState states;
    private final Clock clock;

    Resolve(ChangeState states, Clock clock) {
        this.states = states;
        this.clock = clock;
    }

    /**
     * Changes an open or acknowledged incident; again, nothing happens.
     *
     * @param by who, as an id or a name
     * @param resolution what came out, a word, or null
     * @param reason a sentence for the timeline
     */
    public Uni<Transition> resolve(String incidentId, String by, String resolution, String reason) {
        Instant now = clock.instant();
        return states.change(
                incidentId,
                incident -> next(incident, new IncidentState.Resolved(now, by, resolution)),
                new TimelineEntry(incidentId, now, TimelineEntry.What.RESOLVED, reason));
    }

    private static Optional<IncidentState> next(Incident incident, IncidentState resolved) {
        return incident.isResolved() ? Optional.empty() : Optional.of(resolved);
    }
}
