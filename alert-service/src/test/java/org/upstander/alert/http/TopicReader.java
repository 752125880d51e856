package org.upstander.alert.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.upstander.contracts.Headers;
import org.upstander.infrastructure.InfrastructureResource;

/** Reads a topic from its beginning. */
final class TopicReader {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private TopicReader() {}

    /**
     * @param type CloudEvents type
     * @param value empty for a tombstone
     */
    record Seen(String type, Optional<String> value) {}

    /** Records of a key, as soon as they are as wanted. */
    static List<Seen> until(String topic, String key, Predicate<List<Seen>> wanted) {
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                InfrastructureResource.shared().kafka().bootstrapServers()),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(p -> new TopicPartition(topic, p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<Seen> seen = new ArrayList<>();
            Instant end = Instant.now().plus(PATIENCE);
            boolean atEnd = false;
            while (!(atEnd && wanted.test(seen)) && Instant.now().isBefore(end)) {
                consumer.poll(Duration.ofMillis(200))
                        .records(topic)
                        .forEach(
                                record -> {
                                    if (key.equals(record.key())) {
                                        seen.add(seen(record));
                                    }
                                });
                atEnd =
                        consumer.endOffsets(partitions).entrySet().stream()
                                .allMatch(e -> consumer.position(e.getKey()) >= e.getValue());
            }
            if (!wanted.test(seen)) {
                throw new AssertionError("not seen on " + topic + " for " + key + ": " + seen);
            }
            return seen;
        }
    }

    private static Seen seen(ConsumerRecord<String, String> record) {
        return new Seen(
                new String(
                        record.headers().lastHeader(Headers.TYPE).value(), StandardCharsets.UTF_8),
                Optional.ofNullable(record.value()));
    }
}
