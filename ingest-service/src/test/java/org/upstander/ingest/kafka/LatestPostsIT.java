package org.upstander.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Topics;
import org.upstander.ingest.application.LogUnavailable;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Drafts;
import org.upstander.ingest.domain.Post;
import org.upstander.ingest.domain.PostRules;

/** What the topic of posts is known to have, at a broker of its own: it goes away. */
class LatestPostsIT extends OwnBrokerBase {

    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

    private LatestPosts latest;

    @BeforeEach
    void open() {
        latest = new LatestPosts(settings);
    }

    @Test
    void itHasWhatWasStoredInThisRevision() {
        // Given: one in each partition, something that is no post among them
        int partitions = producer.partitionsFor(Topics.POSTS).size();
        for (int at = 0; at < partitions; at++) {
            write(at, post("p-" + at, "text"));
        }
        producer.send(new ProducerRecord<>(Topics.POSTS, 0, null, bytes("{}")));
        producer.flush();

        // When
        Predicate<Post> has = latest.latest();

        // Then
        for (int at = 0; at < partitions; at++) {
            assertThat(has).accepts(post("p-" + at, "text"));
        }
        assertThat(has).rejects(post("p-0", "another text"), post("p-" + partitions, "text"));
    }

    @Test
    void aTopicWithoutPostsHasNone() {
        assertThat(latest.latest()).rejects(post("p-0", "text"));
    }

    @Test
    void whileKafkaIsAwayNobodyKnows() {
        kafka.close();
        assertThatThrownBy(latest::latest).isInstanceOf(LogUnavailable.class);
    }

    private void write(int partition, Post post) {
        producer.send(
                new ProducerRecord<>(
                        Topics.POSTS,
                        partition,
                        bytes(KafkaPostLog.key(post)),
                        bytes("{}"),
                        new EventHeaders(EventTypes.POST, NOW.toString(), null)
                                .of(KafkaPostLog.id(post))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Post post(String externalId, String text) {
        Admission<Post> admission =
                new PostRules(NOW).admit(Drafts.post("forum", externalId, text));
        return ((Admission.Accepted<Post>) admission).item();
    }
}
