package org.upstander.scoring.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** A topic that each instance reads whole, all partitions, without a group. */
final class CompactedTopic {
    static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String topic;

    CompactedTopic(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        this.consumer = consumer;
        this.topic = topic;
    }

    boolean exists() {
        return !partitions().isEmpty();
    }

    /**
     * Hands out every record from the beginning to the end that the topic has now.
     *
     * @return false when the worker was asked to stop meanwhile
     */
    boolean readWhole(Worker worker, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        List<TopicPartition> partitions = partitions();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (!worker.isStopping()) {
            if (ends.entrySet().stream()
                    .allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                return true;
            }
            consumer.poll(POLL).forEach(each);
        }
        return false;
    }

    private List<TopicPartition> partitions() {
        List<PartitionInfo> found = consumer.partitionsFor(topic);
        return found == null
                ? List.of()
                : found.stream().map(p -> new TopicPartition(p.topic(), p.partition())).toList();
    }
}
