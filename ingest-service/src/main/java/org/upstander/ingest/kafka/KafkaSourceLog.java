package org.upstander.ingest.kafka;

import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Topics;
import org.upstander.contracts.v1.SourceEvent;
import org.upstander.ingest.application.health.Sight;
import org.upstander.ingest.application.health.SourceLog;
import org.upstander.ingest.application.health.Told;

/** How sources do, on {@link Topics#SOURCES}. */
@ApplicationScoped
class KafkaSourceLog implements SourceLog {

    private static final ObjectWriter JSON = EventJson.of(SourceEvent.class);

    private final KafkaWriter writer;

    KafkaSourceLog(KafkaWriter writer) {
        this.writer = writer;
    }

    @Override
    public CompletionStage<Void> append(Told told) {
        EventHeaders headers = new EventHeaders(EventTypes.SOURCE, told.at().toString(), null);
        return writer.writeAside(
                new ProducerRecord<>(
                        Topics.SOURCES,
                        null,
                        told.sourceId(),
                        told.sight() == null ? null : EventJson.bytes(JSON, event(told)),
                        headers.of(told.sourceId() + "-" + told.at().toEpochMilli())));
    }

    /** Of a source that is there. */
    static SourceEvent event(Told told) {
        Sight sight = told.sight();
        return new SourceEvent(
                told.sourceId(),
                told.displayName(),
                told.platform(),
                word(sight.state()),
                sight.cause() == null ? null : word(sight.cause()),
                sight.since(),
                told.at());
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
