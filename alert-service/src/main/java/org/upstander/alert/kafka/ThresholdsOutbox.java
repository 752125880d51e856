package org.upstander.alert.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.upstander.alert.application.Outbox;
import org.upstander.alert.application.OutgoingEvent;
import org.upstander.alert.application.directory.ThresholdEvents;
import org.upstander.alert.domain.ThresholdSettings;
import org.upstander.alert.domain.Thresholds;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Keys;
import org.upstander.contracts.Topics;
import org.upstander.contracts.v1.ThresholdsEntry;

/** Thresholds, without who put them: scoring needs no names. */
@ApplicationScoped
class ThresholdsOutbox implements ThresholdEvents {

    private final Outbox outbox;
    private final ObjectMapper json;

    ThresholdsOutbox(Outbox outbox, ObjectMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    @Override
    public Uni<Void> changed(ThresholdSettings settings, Instant at) {
        try {
            return add(json.writeValueAsBytes(entry(settings, at)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Uni<Void> removed() {
        return add(null);
    }

    private Uni<Void> add(byte[] value) {
        return outbox.add(
                List.of(
                        new OutgoingEvent(
                                Topics.THRESHOLDS, Keys.EVERYBODY, EventTypes.THRESHOLDS, value)));
    }

    private static ThresholdsEntry entry(ThresholdSettings settings, Instant at) {
        Thresholds live = settings.live();
        Thresholds shadow = settings.shadow();
        return new ThresholdsEntry(
                live.attack(),
                live.juniorAttack(),
                live.category(),
                severity(live),
                shadow == null
                        ? null
                        : new ThresholdsEntry.Shadow(
                                shadow.attack(),
                                shadow.juniorAttack(),
                                shadow.category(),
                                severity(shadow)),
                at);
    }

    private static ThresholdsEntry.Severity severity(Thresholds thresholds) {
        Thresholds.Severity severity = thresholds.severity();
        return new ThresholdsEntry.Severity(severity.two(), severity.three(), severity.four());
    }
}
