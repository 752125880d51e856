package org.upstander.ingest.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Drafts;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.Post;
import org.upstander.ingest.domain.Reading;
import org.upstander.ingest.domain.RejectReason;
import org.upstander.ingest.domain.Violation;

class AcceptPostsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00.123456Z");

    private final List<Post> log = new ArrayList<>();
    private final CountingMetrics metrics = new CountingMetrics();
    private boolean away;

    private final AcceptPosts acceptPosts =
            new AcceptPosts(
                    this::append,
                    html -> new Reading("text of " + html, List.of()),
                    new SeenPosts(100),
                    metrics,
                    Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void aBadItemNeverFailsItsNeighboursAndTheOrderStays() {
        // Given
        List<Handed<Draft.OfPost>> items =
                List.of(
                        readable(Drafts.post("forum", "1", "a")),
                        unreadable(),
                        readable(Drafts.post(null, "3", "c")),
                        readable(Drafts.post("forum", "4", "d")));

        // When
        List<Admission<Post>> results = await(acceptPosts.accept(items, null));

        // Then
        assertThat(results)
                .extracting(result -> result instanceof Admission.Accepted)
                .containsExactly(true, false, false, true);
        assertThat(log).extracting(Post::externalId).containsExactly("1", "4");
        assertThat(log.get(0).receivedAt()).isEqualTo(Instant.parse("2026-11-24T09:00:00.123Z"));
        assertThat(metrics.counts())
                .isEqualTo("received=4 accepted=2 rejected=2 unavailable=0 truncated=0");
        assertThat(metrics.reasons).containsExactly(RejectReason.MALFORMED, RejectReason.MISSING);
    }

    @Test
    void whatCannotBeStoredIsNeitherAcceptedNorRejected() {
        // Given
        away = true;
        List<Handed<Draft.OfPost>> items =
                List.of(readable(Drafts.post("forum", "1", "a")), unreadable());

        // When, Then
        assertThatThrownBy(() -> await(acceptPosts.accept(items, null)))
                .hasCauseInstanceOf(LogUnavailable.class);
        assertThat(metrics.counts())
                .isEqualTo("received=2 accepted=0 rejected=1 unavailable=1 truncated=0");
    }

    @Test
    void whereNothingIsAdmittedTheLogIsNotAsked() {
        away = true;

        assertThat(await(acceptPosts.accept(List.of(unreadable()), null))).hasSize(1);
        assertThat(await(acceptPosts.accept(List.of(), null))).isEmpty();
    }

    @Test
    void whatTheLogHasIsTakenAndNotWrittenAgain() {
        // Given
        List<Handed<Draft.OfPost>> items =
                List.of(
                        readable(Drafts.post("forum", "1", "a")),
                        readable(Drafts.post("forum", "2", "b")));

        // When
        List<Admission<Post>> results =
                await(acceptPosts.acceptMissing(items, post -> post.externalId().equals("1")));

        // Then
        assertThat(results).allMatch(result -> result instanceof Admission.Accepted);
        assertThat(log).extracting(Post::externalId).containsExactly("2");

        // When: it has them all
        away = true;
        assertThat(await(acceptPosts.acceptMissing(items, post -> true))).hasSize(2);
    }

    @Test
    void ofWhatTheLogHasTheOriginalIsWrittenAgain() {
        // Given
        List<Post> originals = new ArrayList<>();
        PostLog log =
                new PostLog() {
                    @Override
                    public CompletionStage<Void> append(List<Post> posts, String traceParent) {
                        return CompletableFuture.completedFuture(null);
                    }

                    @Override
                    public CompletionStage<Void> appendOriginals(List<Post> posts) {
                        originals.addAll(posts);
                        return CompletableFuture.failedFuture(new LogUnavailable("away"));
                    }
                };
        AcceptPosts posts =
                new AcceptPosts(
                        log,
                        html -> new Reading("text of " + html, List.of()),
                        new SeenPosts(100),
                        metrics,
                        Clock.fixed(NOW, ZoneOffset.UTC));
        List<Handed<Draft.OfPost>> items =
                List.of(
                        readable(Drafts.post("forum", "1", "a")),
                        readable(Drafts.post("forum", "2", "b")));

        // When, Then: it is waited for
        assertThatThrownBy(
                        () ->
                                await(
                                        posts.acceptMissing(
                                                items, post -> post.externalId().equals("1"))))
                .hasCauseInstanceOf(LogUnavailable.class);
        assertThat(originals).extracting(Post::externalId).containsExactly("1");
    }

    @Test
    void htmlAloneBecomesText() {
        // Given
        Draft.OfPost html =
                new Draft.OfPost(
                        "forum",
                        "1",
                        new Author("8", null, null),
                        null,
                        null,
                        null,
                        "<p>hi",
                        null,
                        null,
                        false,
                        null,
                        null,
                        null);

        // When
        await(acceptPosts.accept(List.of(readable(html), readable(html.withText("hi"))), null));

        // Then
        assertThat(log).extracting(Post::text).containsExactly("text of <p>hi", "hi");
        assertThat(log).extracting(Post::html).containsOnly("<p>hi");
    }

    @Test
    void aCutTextIsCounted() {
        await(
                acceptPosts.accept(
                        List.of(readable(Drafts.post("forum", "1", "a".repeat(70_000)))), null));

        assertThat(metrics.counts())
                .isEqualTo("received=1 accepted=1 rejected=0 unavailable=0 truncated=1");
    }

    private CompletionStage<Void> append(List<Post> posts, String traceParent) {
        if (away) {
            return CompletableFuture.failedFuture(new LogUnavailable("away"));
        }
        log.addAll(posts);
        return CompletableFuture.completedFuture(null);
    }

    private static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    private static Handed<Draft.OfPost> readable(Draft.OfPost draft) {
        return new Handed.Readable<>(draft);
    }

    private static Handed<Draft.OfPost> unreadable() {
        return new Handed.Unreadable<>(
                null, List.of(Violation.of("", RejectReason.MALFORMED, "no JSON")));
    }

    private static final class CountingMetrics implements IngestMetrics {

        private final List<RejectReason> reasons = new ArrayList<>();
        private int received;
        private int accepted;
        private int unavailable;
        private int truncated;

        @Override
        public void received(Kind kind, int items) {
            received += items;
        }

        @Override
        public void accepted(Kind kind, int items) {
            accepted += items;
        }

        @Override
        public void rejected(Kind kind, RejectReason reason) {
            reasons.add(reason);
        }

        @Override
        public void unavailable(Kind kind, int items) {
            unavailable += items;
        }

        @Override
        public void truncated(int items) {
            truncated += items;
        }

        private String counts() {
            return "received=%d accepted=%d rejected=%d unavailable=%d truncated=%d"
                    .formatted(received, accepted, reasons.size(), unavailable, truncated);
        }
    }
}
