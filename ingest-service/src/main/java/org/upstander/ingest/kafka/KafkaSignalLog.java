package org.upstander.ingest.kafka;

import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Topics;
import org.upstander.contracts.v1.SignalEvent;
import org.upstander.ingest.application.SignalLog;
import org.upstander.ingest.domain.Signal;

/** Signals on {@link Topics#SIGNALS}. */
@ApplicationScoped
class KafkaSignalLog implements SignalLog {

    private static final ObjectWriter JSON = EventJson.of(SignalEvent.class);

    private final KafkaWriter writer;

    KafkaSignalLog(KafkaWriter writer) {
        this.writer = writer;
    }

    @Override
    public CompletionStage<Void> append(List<Signal> signals, String traceParent) {
        EventHeaders headers =
                new EventHeaders(
                        EventTypes.SIGNAL, signals.get(0).receivedAt().toString(), traceParent);
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>(signals.size());
        for (Signal signal : signals) {
            records.add(
                    new ProducerRecord<>(
                            Topics.SIGNALS,
                            null,
                            key(signal),
                            EventJson.bytes(JSON, event(signal)),
                            headers.of(signal.id().value())));
        }
        return writer.write(records);
    }

    /** The rule of {@link Topics#SIGNALS}. */
    static String key(Signal signal) {
        return Stream.of(
                        signal.staff(), signal.by(), signal.author().id(), signal.author().handle())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    static SignalEvent event(Signal signal) {
        return new SignalEvent(
                signal.id().value(),
                signal.type(),
                signal.action(),
                signal.kind(),
                signal.account(),
                KafkaPostLog.author(signal.author()),
                signal.by(),
                signal.staff(),
                signal.source(),
                signal.at(),
                signal.receivedAt(),
                signal.note(),
                signal.externalId(),
                signal.post() == null ? null : signal.post().value(),
                signal.invite() == null ? null : signal.invite().value());
    }
}
