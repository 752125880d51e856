package org.upstander.ingest.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Passage;
import org.upstander.ingest.domain.PlainQuotes;
import org.upstander.ingest.domain.Post;
import org.upstander.ingest.domain.PostId;
import org.upstander.ingest.domain.Quote;
import org.upstander.ingest.domain.ReplyTo;
import org.upstander.ingest.domain.Revision;

class SeenPostsTest {

    private static final Author HEATH = new Author("8", "heath", "Heath");
    private static final Author KESTREL = new Author("12", "kestrel", null);

    private final SeenPosts seen = new SeenPosts(100);

    @Test
    void anAnswerGetsToKnowWhomItAnswers() {
        // Given
        write(post("1", HEATH, null, "The results are out."));
        // When
        Post answer = write(post("2", KESTREL, new ReplyTo("1", null, null), "Thanks!"));
        // Then
        assertThat(answer.replyTo()).isEqualTo(new ReplyTo("1", HEATH, null));
    }

    @Test
    void whatTheSourceSaysStays() {
        write(post("1", HEATH, null, "The results are out."));
        ReplyTo told = new ReplyTo("1", new Author(null, "dana_cm", null), "The results");

        assertThat(write(post("2", KESTREL, told, "Thanks!")).replyTo()).isEqualTo(told);
    }

    @Test
    void whatWasNeverSeenStaysUnknown() {
        ReplyTo unknown = new ReplyTo("0", null, null);

        assertThat(write(post("2", KESTREL, unknown, "Thanks!")).replyTo()).isEqualTo(unknown);
    }

    @Test
    void theAnsweredPostOfAnotherPlatformIsAnother() {
        seen.remember(PostId.of("chat", "1").value(), "r", HEATH, "Hello.", List.of());

        assertThat(write(post("2", KESTREL, new ReplyTo("1", null, null), "Thanks!")).replyTo())
                .isEqualTo(new ReplyTo("1", null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> Dana is a fraud. She cheats.\n\nThat is unfair.",
                "> *Dana is a fraud.* She **cheats**!\n\nThat is unfair.",
                "> She cheats.\n\nThat is unfair.",
                "[quote=\"heath, post:1, topic:7\"]\nDana is a fraud.\n[/quote]\nThat is unfair."
            })
    void aQuoteOfWhatWasSaidIsTheOthers(String text) {
        // Given
        write(post("1", HEATH, null, "Dana is a fraud. She cheats."));
        // When
        Post quoting = write(post("2", KESTREL, null, text));
        // Then
        assertThat(quoting.quotes())
                .extracting(Quote::post)
                .containsExactly(PostId.of("forum", "1"));
        assertThat(text.substring(0, quoting.quotes().get(0).end())).doesNotContain("unfair");
    }

    @Test
    void whoBeginsWithAQuoteAnswersIt() {
        write(post("1", HEATH, null, "The results are out."));

        assertThat(write(post("2", KESTREL, null, "> The results are out.\n\nAt last.")).replyTo())
                .isEqualTo(new ReplyTo(null, HEATH, null));
        assertThat(write(post("3", KESTREL, null, "Look:\n> The results are out.")).replyTo())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> Dana is a thief.",
                "> The results are out. Dana is a thief.",
                "> The results are out.\n> Pig.",
                "> The results are out and Dana is a thief."
            })
    void whatNobodySaidIsNoQuote(String forged) {
        write(post("1", HEATH, null, "The results are out."));

        assertThat(write(post("2", KESTREL, null, forged)).quotes()).isEmpty();
    }

    @Test
    void wordsOfSeveralInOneQuoteAreNoQuote() {
        write(post("1", HEATH, null, "Dana spoke yesterday."));
        write(post("2", HEATH, null, "What a pig."));

        assertThat(write(post("3", KESTREL, null, "> Dana spoke yesterday. What a pig.")).quotes())
                .isEmpty();
    }

    @Test
    void whoQuotesHimselfSaysItHimself() {
        write(post("1", KESTREL, null, "Dana is a fraud."));

        assertThat(write(post("2", KESTREL, null, "> Dana is a fraud.")).quotes()).isEmpty();
    }

    @Test
    void aForgedQuoteThatIsQuotedIsOfTheForger() {
        write(post("1", KESTREL, null, "> Dana is a fraud."));

        assertThat(write(post("2", HEATH, null, "> Dana is a fraud.\n\nSays who?")).quotes())
                .extracting(Quote::post)
                .containsExactly(PostId.of("forum", "1"));
    }

    @Test
    void aQuoteOfAQuoteIsOfWhoSaidItFirst() {
        write(post("1", HEATH, null, "Dana is a fraud."));
        write(post("2", KESTREL, null, "> Dana is a fraud.\n\nNo."));

        Author third = new Author("15", "wren", null);
        assertThat(write(post("3", third, null, "> Dana is a fraud.\n\nOh dear.")).quotes())
                .extracting(Quote::post)
                .containsExactly(PostId.of("forum", "1"));
    }

    @Test
    void nothingIsKnownOfWhatWasForgotten() {
        // Given
        write(post("first", HEATH, null, "The first sentence of all."));
        // When
        for (int i = 0; i < 2000; i++) {
            write(post("p" + i, HEATH, null, "Sentence number " + i + "."));
        }
        // Then
        assertThat(seen.remembered()).isBetween(100, 200);
        assertThat(write(post("q", KESTREL, null, "> The first sentence of all.\n\nNo.")).quotes())
                .isEmpty();
    }

    @Test
    void theLatestAreAlwaysKnown() {
        for (int i = 0; i < 350; i++) {
            write(post("p" + i, HEATH, null, "Sentence number " + i + "."));
            int oldest = Math.max(0, i - 99);
            Post answer = post("a" + i, KESTREL, null, "> Sentence number " + oldest + ".\n\nNo.");
            assertThat(seen.complete(answer, PlainQuotes.in(answer.text())).quotes())
                    .extracting(Quote::post)
                    .containsExactly(PostId.of("forum", "p" + oldest));
        }
    }

    /** As AcceptPosts does it. */
    private Post write(Post post) {
        Post whole = seen.complete(post, quoted(post.text()));
        seen.remember(
                whole.id().value(),
                whole.revision().value(),
                whole.author(),
                whole.text(),
                whole.quotes());
        return whole;
    }

    private static List<Passage> quoted(String text) {
        return PlainQuotes.in(text);
    }

    private static Post post(String id, Author author, ReplyTo replyTo, String text) {
        Instant now = Instant.parse("2026-11-23T12:00:00Z");
        return new Post(
                PostId.of("forum", id),
                new Revision("494b56ce013c8efc"),
                "forum",
                id,
                author,
                null,
                replyTo,
                text,
                null,
                false,
                now,
                null,
                now,
                false,
                null,
                null,
                "public",
                List.of(),
                List.of(),
                null);
    }
}
