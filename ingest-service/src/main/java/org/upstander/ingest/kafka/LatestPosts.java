package org.upstander.ingest.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.upstander.contracts.Topics;
import org.upstander.ingest.application.LogUnavailable;
import org.upstander.ingest.application.StoredPosts;
import org.upstander.ingest.domain.Post;

/** Reads the ids of the latest records of {@link Topics#POSTS}, and nothing else of them. */
@ApplicationScoped
class LatestPosts implements StoredPosts {

    /**
     * Of all partitions: whoever goes on comes a quarter of a minute after the one who was lost,
     * and others write meanwhile. Their ids take some ten megabytes, for as long as they are asked.
     */
    private static final int MOST = 100_000;

    /** More than anybody has under way, and a thread is in one partition. */
    private static final int LEAST_OF_EACH = 5_000;

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ProducerSettings settings;

    LatestPosts(ProducerSettings settings) {
        this.settings = settings;
    }

    @Override
    public Predicate<Post> latest() {
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings.consumer("ingest-service-latest"))) {
            Set<String> ids = ids(consumer);
            return post -> ids.contains(KafkaPostLog.id(post));
        } catch (KafkaException e) {
            throw new LogUnavailable(e.getClass().getSimpleName());
        }
    }

    private static Set<String> ids(Consumer<byte[], byte[]> consumer) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        List<TopicPartition> all = PostsPartitions.all(consumer);
        consumer.assign(all);
        long each = Math.max(LEAST_OF_EACH, MOST / all.size());
        Map<TopicPartition, Long> ends = PostsPartitions.seekLatest(consumer, all, each);
        Set<String> ids = new HashSet<>();
        while (!isRead(consumer, ends)) {
            if (System.nanoTime() - giveUp > 0) {
                throw new LogUnavailable("the latest posts were not read in time");
            }
            consumer.poll(POLL).forEach(event -> ids.add(EventHeaders.id(event)));
        }
        return ids;
    }

    private static boolean isRead(
            Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(
                        end ->
                                consumer.position(end.getKey(), PostsPartitions.ANSWER)
                                        >= end.getValue());
    }
}
