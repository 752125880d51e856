package org.upstander.scoring.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.upstander.contracts.Headers;
import org.upstander.contracts.Topics;

/**
 * Lists and replays the dead letters of one topic. How far replaying came is kept as the offsets of
 * a consumer group, committed after the replayed records are acknowledged.
 */
final class DeadLetterReplay {
    private static final String GROUP = "upstander-scoring-replay";
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int BATCH = 500;

    private final KafkaClients clients;
    private final String topic;

    DeadLetterReplay(KafkaClients clients, String topic) {
        this.clients = clients;
        this.topic = topic;
    }

    /**
     * @param replayed written back to the topic
     * @param skipped passed over for good, because there is no value to write back
     * @param waiting left for the next run
     */
    record Result(long replayed, long skipped, long waiting) {}

    /**
     * A dead letter as it is shown.
     *
     * @param replayed whether it was replayed, or passed over, before
     */
    record Letter(ConsumerRecord<byte[], byte[]> event, boolean replayed) {

        String line() {
            return "%s %d/%d from=%s/%s/%s reason=%s cause=%s %s"
                    .formatted(
                            Instant.ofEpochMilli(event.timestamp()),
                            event.partition(),
                            event.offset(),
                            header(Headers.DEAD_LETTER_TOPIC),
                            header(Headers.DEAD_LETTER_PARTITION),
                            header(Headers.DEAD_LETTER_OFFSET),
                            header(Headers.DEAD_LETTER_REASON),
                            header(Headers.DEAD_LETTER_CAUSE),
                            replayed ? "replayed" : "waiting");
        }

        /** Headers come from whoever can write to the topic: nothing but plain words is shown. */
        private String header(String name) {
            String value = EventHeaders.text(event, name);
            return value == null ? "?" : value.replaceAll("[^A-Za-z0-9._$-]", "?");
        }
    }

    /** Shows the oldest {@code max} letters; returns how many there were to show. */
    long list(int max, Consumer<Letter> show) {
        try (KafkaConsumer<byte[], byte[]> consumer = clients.member("replay", GROUP, BATCH)) {
            Map<TopicPartition, Long> ends = open(consumer);
            Map<TopicPartition, Long> done = committed(consumer, ends);
            consumer.seekToBeginning(ends.keySet());
            return drain(
                    consumer,
                    ends,
                    max,
                    letters ->
                            letters.forEach(
                                    l -> show.accept(new Letter(l, l.offset() < done.get(at(l))))));
        }
    }

    Result replay(int max) {
        try (KafkaConsumer<byte[], byte[]> consumer = clients.member("replay", GROUP, BATCH);
                KafkaProducer<byte[], byte[]> producer = clients.producer("replay")) {
            Map<TopicPartition, Long> ends = open(consumer);
            Map<TopicPartition, Long> done = committed(consumer, ends);
            done.forEach(consumer::seek);
            long[] skipped = new long[1];
            long seen =
                    drain(
                            consumer,
                            ends,
                            max,
                            letters -> {
                                skipped[0] += revive(letters, producer);
                                advance(letters, done);
                                consumer.commitSync(offsets(done));
                            });
            long waiting =
                    ends.entrySet().stream()
                            .mapToLong(end -> end.getValue() - done.get(end.getKey()))
                            .sum();
            return new Result(seen - skipped[0], skipped[0], waiting);
        }
    }

    /** Returns how many had no value and were passed over. */
    private long revive(
            List<ConsumerRecord<byte[], byte[]>> letters, KafkaProducer<byte[], byte[]> producer) {
        Deliveries deliveries = new Deliveries(producer);
        long skipped = 0;
        for (ConsumerRecord<byte[], byte[]> letter : letters) {
            if (letter.value() == null) {
                skipped++;
            } else {
                deliveries.result(DeadLetters.revive(letter, topic));
            }
        }
        deliveries.settle();
        return skipped;
    }

    /** Takes the partitions of the dead-letter topic; returns their ends, which bound this run. */
    private Map<TopicPartition, Long> open(KafkaConsumer<byte[], byte[]> consumer) {
        String letters = topic + Topics.DEAD_LETTER_SUFFIX;
        List<PartitionInfo> found = consumer.partitionsFor(letters);
        if (found == null || found.isEmpty()) {
            throw new IllegalArgumentException("there is no topic " + letters);
        }
        List<TopicPartition> partitions =
                found.stream().map(p -> new TopicPartition(letters, p.partition())).toList();
        consumer.assign(partitions);
        return new HashMap<>(consumer.endOffsets(partitions));
    }

    /** Where replaying goes on: the committed offset, else the beginning. */
    private static Map<TopicPartition, Long> committed(
            KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> done = new HashMap<>(consumer.beginningOffsets(ends.keySet()));
        consumer.committed(new HashSet<>(ends.keySet()))
                .forEach(
                        (partition, offset) -> {
                            if (offset != null) {
                                done.merge(partition, offset.offset(), Math::max);
                            }
                        });
        return done;
    }

    /** Hands over what lies before {@code ends}, at most {@code max}; returns how many. */
    private static long drain(
            KafkaConsumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> ends,
            int max,
            Consumer<List<ConsumerRecord<byte[], byte[]>>> use) {
        long seen = 0;
        while (seen < max
                && ends.entrySet().stream()
                        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
            for (TopicPartition partition : polled.partitions()) {
                List<ConsumerRecord<byte[], byte[]>> letters =
                        polled.records(partition).stream()
                                .filter(letter -> letter.offset() < ends.get(partition))
                                .limit(max - seen)
                                .toList();
                if (!letters.isEmpty()) {
                    use.accept(letters);
                    seen += letters.size();
                }
            }
        }
        return seen;
    }

    private static void advance(
            List<ConsumerRecord<byte[], byte[]>> letters, Map<TopicPartition, Long> done) {
        letters.forEach(letter -> done.put(at(letter), letter.offset() + 1));
    }

    private static Map<TopicPartition, OffsetAndMetadata> offsets(Map<TopicPartition, Long> done) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        done.forEach((partition, offset) -> offsets.put(partition, new OffsetAndMetadata(offset)));
        return offsets;
    }

    private static TopicPartition at(ConsumerRecord<?, ?> letter) {
        return new TopicPartition(letter.topic(), letter.partition());
    }
}
