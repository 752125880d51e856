package org.upstander.alert.kafka;

import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * What a poll brought.
 *
 * @param at when it came
 * @param commit its offsets
 * @param stop ends the consumption, as the failure strategy has it
 */
record Poll(
        ConsumerRecords<String, byte[]> records,
        Instant at,
        Runnable commit,
        Function<Throwable, CompletionStage<Void>> stop) {

    @SuppressWarnings("unchecked")
    static Poll of(KafkaRecordBatch<String, byte[]> batch, Instant at) {
        IncomingKafkaRecordBatchMetadata<String, byte[]> metadata =
                batch.getMetadata(IncomingKafkaRecordBatchMetadata.class).orElseThrow();
        return new Poll(metadata.getRecords(), at, batch::ack, batch::nack);
    }

    int size() {
        return records.count();
    }

    CompletionStage<Void> stop(Throwable failure) {
        return stop.apply(failure);
    }

    /** Of all of them, in order. */
    static List<ConsumerRecord<String, byte[]>> records(List<Poll> polls) {
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
        polls.forEach(poll -> poll.records().forEach(all::add));
        return all;
    }

    /**
     * Commits the last of each partition, whose offset is beyond those of the others. SmallRye does
     * so between two polls, and tells itself if it fails: then they come again, and find themselves
     * recorded.
     *
     * @param polls in order, all of them recorded
     */
    static void commit(List<Poll> polls) {
        Set<TopicPartition> committed = new HashSet<>();
        for (int at = polls.size() - 1; at >= 0; at--) {
            Poll poll = polls.get(at);
            if (committed.addAll(poll.records().partitions())) {
                poll.commit().run();
            }
        }
    }
}
