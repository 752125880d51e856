package org.upstander.scoring.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Headers;
import org.upstander.contracts.Topics;
import org.upstander.infrastructure.InfrastructureResource;
import org.upstander.scoring.application.LiveRoster;

@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class DeadLetterCommandIT {
    private static final String TEXT = "Theodora Vance posted the schedule for next week.";

    @Inject LiveRoster roster;

    @Test
    void aLetterIsListedWithItsReasonAndWithoutItsContent() {
        // Given
        String key = Samples.unique("forum/list");
        Topic.write(
                List.of(
                        Topic.record(
                                Topics.POSTS,
                                key,
                                "{\"text\":\"secret words".getBytes(UTF_8),
                                EventTypes.POST)));
        awaitLetters(key, 1);
        // When
        String listed = run("dead-letters", "list");
        // Then
        assertThat(listed)
                .contains("from=upstander.posts.v1/", "reason=unreadable", "waiting")
                .doesNotContain("secret", key);
    }

    @Test
    void aLetterThatTodaysServiceCanReadIsScoredAfterItsReplay() {
        // Given a post that another version set aside
        Topic.enrol(Samples.member("cm-theodora", "Theodora Vance", "theodora_v"));
        await().atMost(ofSeconds(30))
                .until(() -> Rosters.binds(roster, "Theodora Vance", "cm-theodora"));
        String externalId = Samples.unique("revived");
        ProducerRecord<byte[], byte[]> post = Topic.record(Samples.post(externalId, TEXT));
        Topic.write(List.of(letterOf(post)));
        // When
        run("dead-letters", "replay");
        run("dead-letters", "replay");
        // Then
        await().atMost(ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(
                                                Topic.assessments(
                                                        a -> a.externalId().equals(externalId)))
                                        .hasSize(1));
        ConsumerRecord<byte[], byte[]> revived =
                Topic.read(Topics.POSTS).stream()
                        .filter(r -> new String(r.value(), UTF_8).contains(externalId))
                        .findFirst()
                        .orElseThrow();
        assertThat(revived.key()).isEqualTo(post.key());
        assertThat(Topic.headers(revived).keySet())
                .noneMatch(name -> name.startsWith("dead-letter"));
    }

    @Test
    void whatStillCannotBeReadBecomesANewLetterAndIsNotReplayedInTheSameRun() {
        // Given
        run("dead-letters", "replay");
        String key = Samples.unique("forum/again");
        Topic.write(
                List.of(
                        Topic.record(
                                Topics.POSTS, key, "{broken".getBytes(UTF_8), EventTypes.POST)));
        awaitLetters(key, 1);
        // When
        run("dead-letters", "replay");
        // Then
        awaitLetters(key, 2);
    }

    @Test
    void aRunMayBeBoundedAndTheNextGoesOnWhereItEnded() {
        // Given a topic that nothing here reads, so that nothing comes back
        byte[] value = "{}".getBytes(UTF_8);
        ProducerRecord<byte[], byte[]> signal =
                Topic.record(Topics.SIGNALS, "8", value, EventTypes.SIGNAL);
        Topic.write(List.of(letterOf(signal), letterOf(signal), letterOf(signal)));
        String[] all = {"dead-letters", "replay", "--topic", Topics.SIGNALS};
        // When
        String first = run("dead-letters", "replay", "--topic", Topics.SIGNALS, "--max", "2");
        String second = run(all);
        String third = run(all);
        // Then
        assertThat(first).startsWith("2 replayed").contains("1 waiting");
        assertThat(second).startsWith("1 replayed").contains("0 waiting");
        assertThat(third).startsWith("0 replayed").contains("0 waiting");
        assertThat(Topic.read(Topics.SIGNALS)).hasSize(3);
    }

    @Test
    void aTopicWithoutDeadLettersIsSaid() {
        StringWriter err = new StringWriter();
        int code =
                Commands.execute(
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(err, true),
                        "dead-letters",
                        "list",
                        "--topic",
                        "no.such.topic");
        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("there is no topic no.such.topic.dlq");
    }

    private static ProducerRecord<byte[], byte[]> letterOf(ProducerRecord<byte[], byte[]> post) {
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(
                        post.topic() + Topics.DEAD_LETTER_SUFFIX,
                        null,
                        null,
                        post.key(),
                        post.value(),
                        post.headers());
        letter.headers().add(Headers.DEAD_LETTER_REASON, "unknown-type".getBytes(UTF_8));
        letter.headers().add(Headers.DEAD_LETTER_TOPIC, post.topic().getBytes(UTF_8));
        return letter;
    }

    private static void awaitLetters(String key, int count) {
        await().atMost(ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(
                                                Topic.read(Topics.POSTS + Topics.DEAD_LETTER_SUFFIX)
                                                        .stream()
                                                        .filter(l -> Topic.key(l).equals(key)))
                                        .hasSize(count));
    }

    private static String run(String... args) {
        StringWriter out = new StringWriter();
        int code = Commands.execute(new PrintWriter(out, true), new PrintWriter(out, true), args);
        assertThat(code).as(out.toString()).isZero();
        return out.toString();
    }
}
