package org.upstander.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.StartupEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.contracts.Headers;
import org.upstander.contracts.Topics;
import org.upstander.ingest.application.SeenPosts;

/** What is seen of the topic of posts, at a broker of its own: its partitions become more. */
class PostsTailIT extends OwnBrokerBase {

    private static final String REVISION = "0123456789abcdef";

    private static final int MANY = 600;

    private final SeenPosts seen = new SeenPosts(1_000);
    private final OwnPosts own = new OwnPosts();
    private PostsTail tail;

    @BeforeEach
    void open() {
        tail = new PostsTail(seen, own, settings, () -> 4 * MANY);
    }

    @AfterEach
    void close() {
        tail.close();
    }

    @Test
    void whatIsWrittenToAPartitionThatWasAddedIsSeenAndNothingIsForgotten() throws Exception {
        // Given
        write(0, "a");
        tail.onStart(new StartupEvent());
        awaitSeen("a");

        // When
        int partitions = producer.partitionsFor(Topics.POSTS).size();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            now(
                    admin.createPartitions(
                                    Map.of(Topics.POSTS, NewPartitions.increaseTo(partitions + 2)))
                            .all());
        }
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions() // until the broker has it
                .until(
                        () -> {
                            write(partitions + 1, "b");
                            return true;
                        });
        write(0, "c");

        // Then
        awaitSeen("b");
        awaitSeen("c");
        write(partitions, "d");
        write(partitions + 1, "e");
        awaitSeen("d");
        awaitSeen("e");
        assertThat(seen.knows(id("a"), REVISION)).isTrue();
    }

    @Test
    void whatThisInstanceWroteIsNotReadBackButWhatFollowsIt() throws Exception {
        // Given
        for (int i = 0; i < MANY; i++) {
            own.wrote(0, write(0, "b").offset());
        }
        write(0, "c");

        // When
        tail.onStart(new StartupEvent());

        // Then
        awaitSeen("c");
        assertThat(seen.knows(id("b"), REVISION)).isFalse();
    }

    private void awaitSeen(String post) {
        await().atMost(Duration.ofSeconds(40)).until(() -> seen.knows(id(post), REVISION));
    }

    private RecordMetadata write(int partition, String post) throws Exception {
        String event =
                """
                {"postId":"%s","revision":"%s","author":{"handle":"heath"},"text":"Well judged."}"""
                        .formatted(id(post), REVISION);
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(
                        Topics.POSTS, partition, null, event.getBytes(StandardCharsets.UTF_8));
        record.headers()
                .add(Headers.ID, (id(post) + "-" + REVISION).getBytes(StandardCharsets.UTF_8));
        return now(producer.send(record));
    }

    private static String id(String post) {
        return post.repeat(32);
    }

    private static <T> T now(Future<T> future) throws ExecutionException, InterruptedException {
        return future.get();
    }
}
