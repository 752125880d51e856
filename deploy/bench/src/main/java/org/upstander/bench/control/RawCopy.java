package org.upstander.bench.control;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Control of the scoring pipeline: every record goes to another topic as it is, at least once. Bare
 * clients, sends not waited for, flushed and committed once a second and when there is nothing more
 * to read: nothing that reads from Kafka and writes to Kafka has less to do.
 */
public final class RawCopy {

    private static final Duration POLL = Duration.ofMillis(20);
    private static final long COMMIT_EVERY_NANOS = 1_000_000_000;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    private RawCopy(
            KafkaConsumer<byte[], byte[]> consumer, KafkaProducer<byte[], byte[]> producer) {
        this.consumer = consumer;
        this.producer = producer;
    }

    /**
     * @param args bootstrap servers, from, to, group, records per poll, linger in ms
     */
    public static void main(String[] args) throws Exception {
        Line.endWithInput(() -> {});
        try (KafkaConsumer<byte[], byte[]> consumer =
                        Clients.consumer(args[0], args[3], Integer.parseInt(args[4]));
                KafkaProducer<byte[], byte[]> producer =
                        Clients.producer(args[0], Integer.parseInt(args[5]))) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(args[1]).stream()
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
            consumer.assign(partitions);
            producer.partitionsFor(args[2]);
            Line.say(Line.READY);
            new RawCopy(consumer, producer).copyTo(args[2]);
        }
    }

    private void copyTo(String target) throws Exception {
        long committedAt = System.nanoTime();
        boolean open = false;
        while (true) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            for (ConsumerRecord<byte[], byte[]> record : records) {
                producer.send(
                        new ProducerRecord<>(
                                target, null, record.key(), record.value(), record.headers()),
                        (metadata, failed) -> {
                            if (failed != null) {
                                failure.set(failed);
                            }
                        });
            }
            open |= !records.isEmpty();
            long now = System.nanoTime();
            if (open && (records.isEmpty() || now - committedAt > COMMIT_EVERY_NANOS)) {
                producer.flush();
                if (failure.get() != null) {
                    throw failure.get();
                }
                consumer.commitAsync();
                committedAt = now;
                open = false;
            }
        }
    }
}
