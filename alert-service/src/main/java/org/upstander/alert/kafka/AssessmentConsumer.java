package org.upstander.alert.kafka;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.upstander.alert.application.canary.TakeCanaries;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.v1.AssessmentEvent;

/** A poll is a batch is a transaction; its offsets are committed when it is recorded. */
@ApplicationScoped
class AssessmentConsumer {

    private final ObjectMapper json;
    private final TakeCanaries takeCanaries;
    private final InPlace inPlace;

    AssessmentConsumer(ObjectMapper json, TakeCanaries takeCanaries, InPlace inPlace) {
        this.json = json;
        this.takeCanaries = takeCanaries;
        this.inPlace = inPlace;
    }

    @Incoming("assessments")
    Uni<Void> on(ConsumerRecords<String, byte[]> batch) {
        return inPlace.record(
                Reading.of(
                        batch,
                        EventTypes.ASSESSMENT,
                        json,
                        AssessmentEvent.class,
                        AssessmentMapper::toDomain),
                takeCanaries::record);
    }
}
