package org.upstander.bench.run;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Fills topics and reads how far they and their readers are. */
final class Topic implements AutoCloseable {

    private final Admin admin;

    Topic(String bootstrap) {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
    }

    void create(String name, int partitions) {
        get(admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1))).all());
    }

    /** Records ever written to it. */
    long end(String topic) {
        return ends(topic).values().stream().mapToLong(Long::longValue).sum();
    }

    Map<TopicPartition, Long> ends(String topic) {
        int partitions =
                get(admin.describeTopics(List.of(topic)).allTopicNames())
                        .get(topic)
                        .partitions()
                        .size();
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (int i = 0; i < partitions; i++) {
            latest.put(new TopicPartition(topic, i), OffsetSpec.latest());
        }
        Map<TopicPartition, Long> ends = new HashMap<>();
        get(admin.listOffsets(latest).all())
                .forEach((partition, info) -> ends.put(partition, info.offset()));
        return ends;
    }

    /**
     * Waits until the group has committed everything up to {@code ends}, as anybody could see it
     * from outside.
     *
     * @return nanoseconds from now until then
     */
    long awaitDrained(String group, Map<TopicPartition, Long> ends, Duration within) {
        long begin = System.nanoTime();
        while (true) {
            Map<TopicPartition, OffsetAndMetadata> committed =
                    get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(group));
            boolean drained =
                    ends.entrySet().stream()
                            .allMatch(
                                    end ->
                                            end.getValue() == 0
                                                    || committed.get(end.getKey()) != null
                                                            && committed.get(end.getKey()).offset()
                                                                    >= end.getValue());
            long now = System.nanoTime();
            if (drained) {
                return now - begin;
            }
            if (now - begin > within.toNanos()) {
                throw new BenchFailure(
                        group + " did not drain its backlog within " + within.toSeconds() + " s");
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    /** Writes the records in turn, from the first again, until {@code count} are acknowledged. */
    static void fill(
            KafkaProducer<byte[], byte[]> producer,
            List<ProducerRecord<byte[], byte[]>> records,
            int count) {
        AtomicReference<Exception> failure = new AtomicReference<>();
        for (int i = 0; i < count; i++) {
            ProducerRecord<byte[], byte[]> record = records.get(i % records.size());
            producer.send(
                    record,
                    (metadata, failed) -> {
                        if (failed != null) {
                            failure.set(failed);
                        }
                    });
        }
        producer.flush();
        if (failure.get() != null) {
            throw new BenchFailure("the backlog could not be written", failure.get());
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new BenchFailure("Kafka did not answer", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted", e);
        }
    }

    /** Sum of end offsets, for assertions that work was done. */
    static long sum(Collection<Long> offsets) {
        return offsets.stream().mapToLong(Long::longValue).sum();
    }
}
