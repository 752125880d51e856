package org.upstander.alert.engine;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.upstander.contracts.Headers;
import org.upstander.contracts.Topics;
import org.upstander.infrastructure.InfrastructureResource;

/** Reads topics from their beginning, one key's records. */
final class DeadLetterReader {

    private static final String TOPIC = Topics.ASSESSMENTS + Topics.DEAD_LETTER_SUFFIX;

    /** The reasons of the dead letters with a key, once there are as many. */
    List<String> reasons(String key, int count) {
        return read(TOPIC, key, count).stream()
                .map(
                        record ->
                                new String(
                                        record.headers()
                                                .lastHeader(Headers.DEAD_LETTER_REASON)
                                                .value(),
                                        StandardCharsets.UTF_8))
                .toList();
    }

    /** How many dead letters there are with a key now. */
    static int countNow(String key) {
        try (KafkaConsumer<String, byte[]> consumer = fromBeginning(TOPIC)) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            int count = 0;
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> record :
                        consumer.poll(Duration.ofMillis(100))) {
                    count += key.equals(record.key()) ? 1 : 0;
                }
            }
            return count;
        }
    }

    /** The records of a topic with a key, once there are as many. */
    static List<ConsumerRecord<String, byte[]>> read(String topic, String key, int count) {
        try (KafkaConsumer<String, byte[]> consumer = fromBeginning(topic)) {
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            await().atMost(EngineTestBase.SOON)
                    .until(
                            () -> {
                                consumer.poll(Duration.ofMillis(100))
                                        .forEach(
                                                record -> {
                                                    if (key.equals(record.key())) {
                                                        found.add(record);
                                                    }
                                                });
                                return found.size() >= count;
                            });
            return found;
        }
    }

    private static KafkaConsumer<String, byte[]> fromBeginning(String topic) {
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                InfrastructureResource.shared().kafka().bootstrapServers(),
                                "auto.offset.reset",
                                "earliest"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }
}
