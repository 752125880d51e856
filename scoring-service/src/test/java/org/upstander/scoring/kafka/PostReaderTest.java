package org.upstander.scoring.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Topics;
import org.upstander.contracts.v1.Author;
import org.upstander.contracts.v1.PostEvent;
import org.upstander.scoring.application.RefusalReason;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.Span;

class PostReaderTest {
    private static final String WHOLE =
            """
            {"postId":"b1205f5ecbbaaefec526cf0cda2a55e1","revision":"494b56ce013c8efc","source":"forum",
             "externalId":"1","author":{"id":"8"},"text":"hello","truncated":false,
             "createdAt":"2026-11-23T12:00:00Z","receivedAt":"2026-11-23T12:00:00Z","deleted":false,
             "visibility":"public"}""";

    private final PostReader reader = new PostReader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "by-a-bot",
                "by-staff",
                "deleted-author-unknown",
                "deleted",
                "edited",
                "first-seen",
                "imported-scores",
                "marked-up-and-cut",
                "minimal",
                "quoting",
                "right-to-left",
                "unknown-fields"
            })
    void readsTheGoldenSamplesAsTheContractsRecordDoes(String sample) throws Exception {
        // Given
        byte[] bytes = sample(sample);
        PostEvent event = ContractJson.MAPPER.readValue(bytes, PostEvent.class);
        // When
        Post post = reader.read(Events.post(new String(bytes, UTF_8)));
        // Then
        assertThat(post.postId()).isEqualTo(event.postId());
        assertThat(post.revision()).isEqualTo(event.revision());
        assertThat(post.source()).isEqualTo(event.source());
        assertThat(post.externalId()).isEqualTo(event.externalId());
        assertThat(author(post.author())).isEqualTo(event.author());
        assertThat(post.thread() == null ? null : post.thread().title())
                .isEqualTo(event.thread() == null ? null : event.thread().title());
        assertThat(post.replyTo() == null ? null : post.replyTo().text())
                .isEqualTo(event.replyTo() == null ? null : event.replyTo().text());
        assertThat(post.replyTo() == null ? null : author(post.replyTo().author()))
                .isEqualTo(event.replyTo() == null ? null : event.replyTo().author());
        assertThat(post.text()).isEqualTo(event.text());
        assertThat(post.deleted()).isEqualTo(event.deleted());
        Instant written = event.editedAt() == null ? event.createdAt() : event.editedAt();
        assertThat(post.postedAt()).isEqualTo(written);
        assertThat(post.url()).isEqualTo(event.url());
        assertThat(post.language()).isEqualTo(event.language());
        assertThat(post.importedScores()).isEqualTo(scores(event));
        assertThat(post.quotes()).isEqualTo(quotes(event));
    }

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

    @ParameterizedTest
    @ValueSource(strings = {"\"yes\"", "1", "null", "[true]", "{\"a\":true}"})
    void whatAnAuthorIsCostsNoPostWhateverStandsThere(String flag) throws Exception {
        String json = WHOLE.replace("{\"id\":\"8\"}", "{\"bot\":" + flag + ",\"id\":\"8\"}");
        assertThat(reader.read(Events.post(json)).author())
                .isEqualTo(new Post.Author("8", null, null));
    }

    @Test
    void anAbsentValueIsUnreadable() {
        assertThat(refusal(Events.post(null)).reason()).isEqualTo(RefusalReason.UNREADABLE);
    }

    @Test
    void brokenUtf8IsUnreadable() {
        byte[] broken = WHOLE.getBytes(UTF_8);
        broken[WHOLE.indexOf("hello")] = (byte) 0xC3;
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
        assertThat(refusal(event(WHOLE.getBytes(UTF_8), type)).reason())
                .isEqualTo(RefusalReason.UNKNOWN_TYPE);
    }

    @Test
    void aMissingTypeIsUnknown() {
        assertThat(refusal(event(WHOLE.getBytes(UTF_8), null)).reason())
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
        String json = WHOLE.replace(from, to == null ? "" : to);
        assertThat(json).isNotEqualTo(WHOLE);
        assertThat(refusal(Events.post(json)).reason()).isEqualTo(RefusalReason.INVALID);
    }

    @Test
    void textUpToTheLimitIsReadAndBeyondIsInvalid() throws Exception {
        // Given
        String euro = "\u20ac"; // three bytes
        String fits = euro.repeat(PostRules.TEXT_BYTES / 3) + "x".repeat(PostRules.TEXT_BYTES % 3);
        // When, Then
        assertThat(reader.read(Events.post(WHOLE.replace("hello", fits))).text()).isEqualTo(fits);
        assertThat(refusal(Events.post(WHOLE.replace("hello", fits + "x"))).reason())
                .isEqualTo(RefusalReason.INVALID);
    }

    @Test
    void aRefusalNeverQuotesTheRecord() {
        Refusal refusal = refusal(Events.post("{\"text\":\"secret words\", oops"));
        assertThat(refusal.getMessage() + refusal.cause()).doesNotContain("secret", "oops");
    }

    private static List<Span> quotes(PostEvent event) {
        return event.quotes() == null
                ? List.of()
                : event.quotes().stream().map(q -> new Span(q.start(), q.end())).toList();
    }

    private Refusal refusal(ConsumerRecord<byte[], byte[]> event) {
        return catchThrowableOfType(Refusal.class, () -> reader.read(event));
    }

    private static ConsumerRecord<byte[], byte[]> event(byte[] value, String type) {
        return Events.at(0, 7, Topic.record(Topics.POSTS, "forum/1", value, type));
    }

    @Test
    void twentyImportedScoresAreReadAndNoMore() throws Exception {
        assertThat(reader.read(Events.post(withScores(20))).importedScores()).hasSize(20);
        assertThat(refusal(Events.post(withScores(21))).reason()).isEqualTo(RefusalReason.INVALID);
    }

    private static String withScores(int count) {
        String scores =
                IntStream.range(0, count)
                        .mapToObj(i -> "{\"score\":0,\"future\":[1],\"name\":\"A" + i + "\"}")
                        .collect(Collectors.joining(",", "\"attributeScores\":[", "],"));
        return WHOLE.replace("\"deleted\"", scores + "\"deleted\"");
    }

    private static Map<String, Double> scores(PostEvent event) {
        return event.attributeScores() == null
                ? Map.of()
                : event.attributeScores().stream()
                        .collect(
                                Collectors.toMap(
                                        PostEvent.AttributeScore::name,
                                        PostEvent.AttributeScore::score));
    }

    private static Author author(Post.Author author) {
        return author == null
                ? null
                : new Author(
                        author.id(),
                        author.handle(),
                        author.displayName(),
                        author.bot(),
                        author.staff());
    }

    private static byte[] sample(String name) throws IOException {
        try (InputStream in =
                PostEvent.class.getResourceAsStream("samples/post/" + name + ".json")) {
            return in.readAllBytes();
        }
    }
}
