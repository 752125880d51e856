package org.upstander.alert.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.upstander.alert.application.EventEncoder;
import org.upstander.alert.application.OutgoingEvent;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.TimelineEntry;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Topics;
import org.upstander.contracts.v1.IncidentEvent;

@ApplicationScoped
class IncidentEncoder implements EventEncoder {

    private final ObjectMapper json;

    IncidentEncoder(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public OutgoingEvent incident(
            Incident incident, TimelineEntry.What what, Instant at, String reason) {
        IncidentEvent event =
                new IncidentEvent(
                        incident.id(),
                        what.wireName(),
                        incident.staffId(),
                        incident.state().wireName(),
                        incident.severity(),
                        List.copyOf(incident.categories()),
                        List.copyOf(incident.patterns()),
                        incident.postCount(),
                        incident.authorCount(),
                        incident.openedAt(),
                        at,
                        reason);
        try {
            return new OutgoingEvent(
                    Topics.INCIDENTS,
                    incident.id(),
                    EventTypes.INCIDENT,
                    json.writeValueAsBytes(event));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
