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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.contracts.v1.Author;
import org.upstander.contracts.v1.PostEvent;
import org.upstander.scoring.application.RefusalReason;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.Span;

/** What is read of a post. */
class PostReaderTest {

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
    @ValueSource(strings = {"\"yes\"", "1", "null", "[true]", "{\"a\":true}"})
    void whatAnAuthorIsCostsNoPostWhateverStandsThere(String flag) throws Exception {
        String json =
                Events.WHOLE_POST.replace("{\"id\":\"8\"}", "{\"bot\":" + flag + ",\"id\":\"8\"}");
        assertThat(reader.read(Events.post(json)).author())
                .isEqualTo(new Post.Author("8", null, null));
    }

    @Test
    void textUpToTheLimitIsReadAndBeyondIsInvalid() throws Exception {
        // Given
        String euro = "\u20ac"; // three bytes
        String fits = euro.repeat(PostRules.TEXT_BYTES / 3) + "x".repeat(PostRules.TEXT_BYTES % 3);
        // When, Then
        assertThat(reader.read(Events.post(Events.WHOLE_POST.replace("hello", fits))).text())
                .isEqualTo(fits);
        assertThat(refusal(Events.WHOLE_POST.replace("hello", fits + "x")).reason())
                .isEqualTo(RefusalReason.INVALID);
    }

    @Test
    void twentyImportedScoresAreReadAndNoMore() throws Exception {
        assertThat(reader.read(Events.post(withScores(20))).importedScores()).hasSize(20);
        assertThat(refusal(withScores(21)).reason()).isEqualTo(RefusalReason.INVALID);
    }

    private static String withScores(int count) {
        String scores =
                IntStream.range(0, count)
                        .mapToObj(i -> "{\"score\":0,\"future\":[1],\"name\":\"A" + i + "\"}")
                        .collect(Collectors.joining(",", "\"attributeScores\":[", "],"));
        return Events.WHOLE_POST.replace("\"deleted\"", scores + "\"deleted\"");
    }

    private Refusal refusal(String json) {
        return catchThrowableOfType(Refusal.class, () -> reader.read(Events.post(json)));
    }

    private static List<Span> quotes(PostEvent event) {
        return event.quotes() == null
                ? List.of()
                : event.quotes().stream().map(q -> new Span(q.start(), q.end())).toList();
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
