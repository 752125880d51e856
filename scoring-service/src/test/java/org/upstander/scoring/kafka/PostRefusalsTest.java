package org.upstander.scoring.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Topics;
import org.upstander.scoring.application.RefusalReason;

/** Records that are no post, and why. */
class PostRefusalsTest {

    private final PostReader reader = new PostReader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "{\"postId\":",
                "[]",
                "null",
                "17",
                "{\"text\":17}",
                "{\"author\":\"heath\"}",
                "{\"deleted\":\"no\"}",
                "{\"attributeScores\":{\"TOXICITY\":0.9}}",
                "{\"attributeScores\":[0.9]}",
                "{\"quotes\":{}}",
                "{\"quotes\":[0]}",
                "{\"quotes\":[{\"start\":\"0\"}]}",
                "{\"quotes\":[{\"start\":0,",
                "{\"attributeScores\":[{\"name\":\"TOXICITY\",",
                "{} {}"
            })
    void whatIsNotOneObjectOfTheExpectedShapeIsUnreadable(String json) {
        assertThat(refusal(Events.post(json)).reason()).isEqualTo(RefusalReason.UNREADABLE);
    }

    @Test
    void anAbsentValueIsUnreadable() {
        assertThat(refusal(Events.post(null)).reason()).isEqualTo(RefusalReason.UNREADABLE);
    }

    @Test
    void brokenUtf8IsUnreadable() {
        byte[] broken = Events.WHOLE_POST.getBytes(UTF_8);
        broken[Events.WHOLE_POST.indexOf("hello")] = (byte) 0xC3;
        assertThat(refusal(event(broken, EventTypes.POST)).reason())
                .isEqualTo(RefusalReason.UNREADABLE);
    }

    @Test
    void nestingBeyondTheLimitIsUnreadableAndNoStackOverflow() {
        String deep = "{\"extra\":" + "[".repeat(200_000) + "}";
        assertThat(refusal(Events.post(deep)).reason()).isEqualTo(RefusalReason.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.upstander.post.v2",
                "org.upstander.signal.v1",
                "",
                "ORG.UPSTANDER.POST.V1"
            })
    void anotherTypeOrMajorVersionIsUnknown(String type) {
        assertThat(refusal(event(Events.WHOLE_POST.getBytes(UTF_8), type)).reason())
                .isEqualTo(RefusalReason.UNKNOWN_TYPE);
    }

    @Test
    void aMissingTypeIsUnknown() {
        assertThat(refusal(event(Events.WHOLE_POST.getBytes(UTF_8), null)).reason())
                .isEqualTo(RefusalReason.UNKNOWN_TYPE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"postId\":\"b1205f5ecbbaaefec526cf0cda2a55e1\", | ",
                "b1205f5ecbbaaefec526cf0cda2a55e1 | B1205F5ECBBAAEFEC526CF0CDA2A55E1",
                "494b56ce013c8efc | 494b",
                "\"source\":\"forum\", | ",
                "\"source\":\"forum\" | \"source\":\"\"",
                "\"externalId\":\"1\", | ",
                "\"author\":{\"id\":\"8\"}, | ",
                "{\"id\":\"8\"} | {\"displayName\":\"Heath\"}",
                "\"text\":\"hello\", | ",
                "hello | he\\u0000llo",
                "hello | he\\ud83dllo",
                "\"createdAt\":\"2026-11-23T12:00:00Z\", | ",
                "\"createdAt\":\"2026-11-23T12:00:00Z\" | \"createdAt\":\"yesterday\"",
                "\"deleted\":false | \"thread\":{\"title\":\"no id\"}",
                "\"deleted\":false | \"url\":\"javascript:alert(1)\"",
                "\"deleted\":false | \"attributeScores\":[{\"name\":\"TOXICITY\"}]",
                "\"deleted\":false | \"attributeScores\":[{\"score\":0.5}]",
                "\"deleted\":false | \"attributeScores\":[{\"name\":\"\",\"score\":0.5}]",
                "\"deleted\":false | \"attributeScores\":[{\"name\":\"TOXICITY\",\"score\":1.1}]",
                "\"deleted\":false | \"attributeScores\":[{\"name\":\"TOXICITY\",\"score\":\"1\"}]",
                "\"deleted\":false | \"quotes\":[{\"start\":0}]",
                "\"deleted\":false | \"quotes\":[{\"start\":2,\"end\":2}]",
                "\"deleted\":false | \"quotes\":[{\"start\":-1,\"end\":2}]",
                "\"deleted\":false | \"quotes\":[{\"start\":0,\"end\":6}]",
            })
    void aBrokenRuleOfTheContractIsInvalid(String from, String to) {
        String json = Events.WHOLE_POST.replace(from, to == null ? "" : to);
        assertThat(json).isNotEqualTo(Events.WHOLE_POST);
        assertThat(refusal(Events.post(json)).reason()).isEqualTo(RefusalReason.INVALID);
    }

    @Test
    void aRefusalNeverQuotesTheRecord() {
        Refusal refusal = refusal(Events.post("{\"text\":\"secret words\", oops"));
        assertThat(refusal.getMessage() + refusal.cause()).doesNotContain("secret", "oops");
    }

    private Refusal refusal(ConsumerRecord<byte[], byte[]> event) {
        return catchThrowableOfType(Refusal.class, () -> reader.read(event));
    }

    private static ConsumerRecord<byte[], byte[]> event(byte[] value, String type) {
        return Events.at(0, 7, Topic.record(Topics.POSTS, "forum/1", value, type));
    }
}
