package org.upstander.scoring.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.upstander.contracts.DeadLetterReasons;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Headers;
import org.upstander.contracts.Topics;
import org.upstander.infrastructure.InfrastructureResource;

/** What cannot be read is set aside; the rest goes on. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class PostDeadLettersIT extends PostConsumerBase {

    @Test
    void whatCannotBeReadIsSetAsideWithItsReasonAndHarmsNoNeighbour() {
        // Given
        onRoster("cm-ottoline");
        String before = Samples.unique("neighbour");
        String after = Samples.unique("neighbour");
        String key = Samples.unique("forum/poison");
        byte[] good = Topic.json(Samples.post("x", NEUTRAL));
        double unreadable = setAside("unreadable");
        double unknown = setAside("unknown-type");
        double invalid = setAside("invalid");
        // When
        Topic.write(
                List.of(
                        Topic.record(Samples.post(before, NEUTRAL)),
                        Topic.record(
                                Topics.POSTS, key + 1, "{broken".getBytes(UTF_8), EventTypes.POST),
                        Topic.record(Topics.POSTS, key + 2, null, EventTypes.POST),
                        Topic.record(Topics.POSTS, key + 3, good, "org.upstander.post.v2"),
                        Topic.record(Topics.POSTS, key + 4, good, null),
                        Topic.record(Topics.POSTS, key + 5, "{}".getBytes(UTF_8), EventTypes.POST),
                        Topic.record(
                                Topics.POSTS,
                                key + 6,
                                new byte[] {'"', (byte) 0xff},
                                EventTypes.POST),
                        Topic.record(Samples.post(after, NEUTRAL))));
        // Then
        assertThat(assessment(before).staffId()).isEqualTo("cm-ottoline");
        assertThat(assessment(after).staffId()).isEqualTo("cm-ottoline");
        await().atMost(ofSeconds(20)).untilAsserted(() -> assertThat(letters(key)).hasSize(6));
        assertThat(letters(key))
                .extractingByKey(key + 1)
                .satisfies(letter -> isLetter(letter, DeadLetterReasons.UNREADABLE));
        assertThat(letters(key))
                .extractingByKey(key + 2)
                .satisfies(letter -> isLetter(letter, DeadLetterReasons.UNREADABLE));
        assertThat(letters(key))
                .extractingByKey(key + 3)
                .satisfies(letter -> isLetter(letter, DeadLetterReasons.UNKNOWN_TYPE));
        assertThat(letters(key))
                .extractingByKey(key + 4)
                .satisfies(letter -> isLetter(letter, DeadLetterReasons.UNKNOWN_TYPE));
        assertThat(letters(key))
                .extractingByKey(key + 5)
                .satisfies(letter -> isLetter(letter, DeadLetterReasons.INVALID));
        assertThat(letters(key))
                .extractingByKey(key + 6)
                .satisfies(letter -> isLetter(letter, DeadLetterReasons.UNREADABLE));
        assertThat(letters(key).get(key + 3).value()).isEqualTo(good);
        assertThat(Topic.headers(letters(key).get(key + 3)))
                .containsEntry(Headers.TYPE, "org.upstander.post.v2");
        assertThat(setAside("unreadable") - unreadable).isEqualTo(3);
        assertThat(setAside("unknown-type") - unknown).isEqualTo(2);
        assertThat(setAside("invalid") - invalid).isEqualTo(1);
    }

    private static void isLetter(ConsumerRecord<byte[], byte[]> letter, String reason) {
        assertThat(Topic.headers(letter))
                .containsEntry(Headers.DEAD_LETTER_REASON, reason)
                .containsEntry(Headers.DEAD_LETTER_TOPIC, Topics.POSTS)
                .containsKeys(
                        Headers.DEAD_LETTER_CAUSE,
                        Headers.DEAD_LETTER_PARTITION,
                        Headers.DEAD_LETTER_OFFSET,
                        Headers.SPEC_VERSION);
    }

    private static Map<String, ConsumerRecord<byte[], byte[]>> letters(String key) {
        return Topic.read(Topics.POSTS + Topics.DEAD_LETTER_SUFFIX).stream()
                .filter(letter -> Topic.key(letter).startsWith(key))
                .collect(java.util.stream.Collectors.toMap(Topic::key, letter -> letter));
    }

    private double setAside(String reason) {
        return meters.counter("upstander.scoring.dead.letters", "reason", reason).count();
    }
}
