package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.TimelineEntry;

/** Tells a change of an incident twice: to people on the timeline, to systems by the outbox. */
@ApplicationScoped
class IncidentLog {

    private final Timeline timeline;
    private final Outbox outbox;
    private final EventEncoder encoder;

    IncidentLog(Timeline timeline, Outbox outbox, EventEncoder encoder) {
        this.timeline = timeline;
        this.outbox = outbox;
        this.encoder = encoder;
    }

    /**
     * @param incident after the change
     * @param entry what happened
     */
    record Told(Incident incident, TimelineEntry entry) {}

    Uni<Void> tell(List<Told> changes) {
        return timeline.add(changes.stream().map(Told::entry).toList())
                .chain(() -> outbox.add(changes.stream().map(this::encoded).toList()));
    }

    private OutgoingEvent encoded(Told told) {
        TimelineEntry entry = told.entry();
        return encoder.incident(told.incident(), entry.what(), entry.at(), entry.reason());
    }
}
