package org.upstander.alert.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PollTest {

    private final List<String> committed = new ArrayList<>();

    @Test
    void ofEachPartitionTheLastIsCommitted() {
        // Given
        List<Poll> polls =
                List.of(poll("a", 0, 1), poll("b", 1), poll("c", 2), poll("d", 2, 0), poll("e", 2));

        // When
        Poll.commit(polls);

        // Then
        assertThat(committed).containsExactlyInAnyOrder("b", "d", "e");
    }

    @Test
    void recordsOfAllAreInTheirOrder() {
        assertThat(Poll.records(List.of(poll("a", 0, 1), poll("b", 1))))
                .extracting(ConsumerRecord::key)
                .containsExactly("a0", "a1", "b1");
    }

    private Poll poll(String name, int... partitions) {
        Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> records = new LinkedHashMap<>();
        for (int partition : partitions) {
            records.put(
                    new TopicPartition("t", partition),
                    List.of(new ConsumerRecord<>("t", partition, 0, name + partition, null)));
        }
        return new Poll(
                new ConsumerRecords<>(records, Map.of()),
                Instant.EPOCH,
                () -> committed.add(name),
                failure -> CompletableFuture.completedFuture(null));
    }
}
