package org.upstander.ingest.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.upstander.contracts.Topics;

/** Where the latest of {@link Topics#POSTS} lie. */
final class PostsPartitions {

    static final Duration ANSWER = Duration.ofSeconds(5);

    private PostsPartitions() {}

    static List<TopicPartition> all(Consumer<?, ?> consumer) {
        return consumer.partitionsFor(Topics.POSTS, ANSWER).stream()
                .map(one -> new TopicPartition(one.topic(), one.partition()))
                .toList();
    }

    /**
     * Has a consumer go on with the latest.
     *
     * @param partitions which it is assigned to
     * @param each of each, at most
     * @return where they end now
     */
    static Map<TopicPartition, Long> seekLatest(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions, long each) {
        Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions, ANSWER);
        Map<TopicPartition, Long> last = consumer.endOffsets(partitions, ANSWER);
        partitions.forEach(
                one -> consumer.seek(one, Math.max(first.get(one), last.get(one) - each)));
        return last;
    }
}
