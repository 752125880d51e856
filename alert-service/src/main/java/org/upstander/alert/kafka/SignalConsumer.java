package org.upstander.alert.kafka;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.upstander.alert.application.RecordSignals;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.v1.SignalEvent;

/** A poll is a batch is a transaction; its offsets are committed when it is recorded. */
@ApplicationScoped
class SignalConsumer {

    private final ObjectMapper json;
    private final RecordSignals recordSignals;
    private final InPlace inPlace;

    SignalConsumer(ObjectMapper json, RecordSignals recordSignals, InPlace inPlace) {
        this.json = json;
        this.recordSignals = recordSignals;
        this.inPlace = inPlace;
    }

    @Incoming("signals")
    Uni<Void> on(ConsumerRecords<String, byte[]> batch) {
        return inPlace.record(
                Reading.of(
                        batch, EventTypes.SIGNAL, json, SignalEvent.class, SignalMapper::toDomain),
                recordSignals::record);
    }
}
