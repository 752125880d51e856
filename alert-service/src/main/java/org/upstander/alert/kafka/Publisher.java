package org.upstander.alert.kafka;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Writes to any topic, by one producer: what is sent first is written first. */
@ApplicationScoped
class Publisher {

    // More than a relay's batch and a consumer's dead letters together.
    private static final long BUFFER = 4096;

    private final MutinyEmitter<Record<String, byte[]>> emitter;

    Publisher(
            @Channel("upstander-out")
                    @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = BUFFER)
                    MutinyEmitter<Record<String, byte[]>> emitter) {
        this.emitter = emitter;
    }

    /**
     * @param topic where to
     * @param key orders
     * @param value JSON, or null for a tombstone
     * @param headers of the record
     */
    record Outgoing(String topic, String key, byte[] value, Headers headers) {}

    /** Ends when the broker has acknowledged them all; fails when one was not. */
    Uni<Void> sendAll(List<Outgoing> records) {
        if (records.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.join()
                .all(records.stream().map(this::send).toList())
                .andCollectFailures()
                .replaceWithVoid();
    }

    private Uni<Void> send(Outgoing record) {
        OutgoingKafkaRecordMetadata<String> to =
                OutgoingKafkaRecordMetadata.<String>builder()
                        .withTopic(record.topic())
                        .withHeaders(record.headers())
                        .build();
        return emitter.sendMessage(
                Message.of(Record.of(record.key(), record.value())).addMetadata(to));
    }
}
