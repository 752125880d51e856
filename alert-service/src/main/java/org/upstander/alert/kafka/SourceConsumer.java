package org.upstander.alert.kafka;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.upstander.alert.application.source.RecordSources;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.v1.SourceEvent;

/** A poll is a batch is a transaction; its offsets are committed when it is recorded. */
@ApplicationScoped
class SourceConsumer {

    private final ObjectMapper json;
    private final RecordSources recordSources;
    private final InPlace inPlace;

    SourceConsumer(ObjectMapper json, RecordSources recordSources, InPlace inPlace) {
        this.json = json;
        this.recordSources = recordSources;
        this.inPlace = inPlace;
    }

    @Incoming("sources")
    Uni<Void> on(ConsumerRecords<String, byte[]> batch) {
        return inPlace.record(
                Reading.of(
                        batch,
                        EventTypes.SOURCE,
                        json,
                        SourceEvent.class,
                        SourceMapper::toDomain,
                        SourceMapper::removed),
                recordSources::record);
    }
}
