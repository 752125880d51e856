package org.upstander.scoring.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Headers;
import org.upstander.contracts.Topics;
import org.upstander.contracts.v1.AssessmentEvent;
import org.upstander.contracts.v1.PostEvent;
import org.upstander.contracts.v1.RosterEntry;

/** Kafka as a test sees it: write records as the other services do, look at what is on a topic. */
public final class Topic {

    private Topic() {}

    static KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap(),
                        "acks",
                        "all",
                        "key.serializer",
                        ByteArraySerializer.class,
                        "value.serializer",
                        ByteArraySerializer.class));
    }

    public static String bootstrap() {
        return System.getProperty("upstander.it.bootstrap");
    }

    public static void write(List<ProducerRecord<byte[], byte[]>> records) {
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            List<java.util.concurrent.Future<RecordMetadata>> sent = new ArrayList<>();
            records.forEach(r -> sent.add(producer.send(r)));
            for (var s : sent) {
                s.get();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public static void write(PostEvent... posts) {
        write(java.util.Arrays.stream(posts).map(Topic::record).toList());
    }

    public static void enrol(RosterEntry... people) {
        write(
                java.util.Arrays.stream(people)
                        .map(
                                p ->
                                        record(
                                                Topics.ROSTER,
                                                p.staffId(),
                                                json(p),
                                                EventTypes.ROSTER_ENTRY))
                        .toList());
    }

    public static void dismiss(String staffId) {
        write(List.of(record(Topics.ROSTER, staffId, null, EventTypes.ROSTER_ENTRY)));
    }

    public static ProducerRecord<byte[], byte[]> record(PostEvent post) {
        String key =
                post.source()
                        + "/"
                        + (post.thread() == null ? post.externalId() : post.thread().id());
        return record(Topics.POSTS, key, json(post), EventTypes.POST);
    }

    /** A record as the contracts want it; {@code type} null leaves the header out. */
    public static ProducerRecord<byte[], byte[]> record(
            String topic, String key, byte[] value, String type) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(Headers.SPEC_VERSION, Headers.SPEC_VERSION_VALUE.getBytes(UTF_8));
        if (type != null) {
            headers.add(Headers.TYPE, type.getBytes(UTF_8));
        }
        headers.add(Headers.TIME, Instant.EPOCH.toString().getBytes(UTF_8));
        return new ProducerRecord<>(topic, null, null, key.getBytes(UTF_8), value, headers);
    }

    public static byte[] json(Object value) {
        try {
            return ContractJson.MAPPER.writeValueAsBytes(value);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The value as plain maps, lists, strings and numbers. */
    public static Object plain(Object value) {
        return ContractJson.MAPPER.convertValue(value, Object.class);
    }

    /** Everything on the topic, each partition in order. */
    public static List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrap(),
                                "key.deserializer",
                                ByteArrayDeserializer.class,
                                "value.deserializer",
                                ByteArrayDeserializer.class))) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(p -> new TopicPartition(topic, p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
            while (ends.entrySet().stream()
                    .anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
            return all;
        }
    }

    public static List<AssessmentEvent> assessments(Predicate<AssessmentEvent> which) {
        return read(Topics.ASSESSMENTS).stream().map(Topic::assessment).filter(which).toList();
    }

    public static AssessmentEvent assessment(ConsumerRecord<byte[], byte[]> event) {
        try {
            return ContractJson.MAPPER.readValue(event.value(), AssessmentEvent.class);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public static Map<String, String> headers(ConsumerRecord<byte[], byte[]> event) {
        Map<String, String> headers = new HashMap<>();
        event.headers().forEach(h -> headers.put(h.key(), new String(h.value(), UTF_8)));
        return headers;
    }

    public static String key(ConsumerRecord<byte[], byte[]> event) {
        return new String(event.key(), UTF_8);
    }
}
