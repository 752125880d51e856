package org.upstander.ingest.application.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Backfill;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Drafts;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.Post;

class UnderWayTest {

    private static final Instant BEGAN = Instant.parse("2026-03-03T06:33:26Z");
    private static final Backfill BEFORE =
            new Backfill(
                    "s-1",
                    Backfill.State.RUNNING,
                    Backfill.Position.START,
                    10,
                    1,
                    BEGAN,
                    BEGAN,
                    null);

    private final UnderWay underWay = new UnderWay();

    @Test
    void whatIsStoredOutOfOrderCountsInOrder() {
        // Given
        CompletableFuture<List<Admission<Post>>> first = sent(1, 2);
        CompletableFuture<List<Admission<Post>>> second = sent(2, 3);
        CompletableFuture<List<Admission<Post>>> third = sent(3, 1);
        assertThat(underWay.posts()).isEqualTo(6);

        // When
        second.complete(accepted(3));

        // Then
        assertThat(counted()).isEqualTo(BEFORE);
        first.complete(accepted(2));
        assertThat(counted().at()).isEqualTo(part(2, 0).after());
        assertThat(underWay.posts()).isEqualTo(1);
        third.complete(accepted(1));
        assertThat(counted().at()).isEqualTo(part(3, 0).after());
        assertThat(underWay.posts()).isZero();
    }

    @Test
    void whatIsRefusedIsDoneToo() {
        List<Admission<Post>> mixed = new ArrayList<>(accepted(2));
        mixed.add(new Admission.Rejected<>("3", List.of()));
        sent(1, 3).complete(mixed);
        Backfill progress = counted();
        assertThat(progress.accepted()).isEqualTo(12);
        assertThat(progress.rejected()).isEqualTo(2);
        assertThat(progress.updatedAt()).isEqualTo(BEGAN.plusSeconds(1));
        assertThat(progress.startedAt()).isEqualTo(BEGAN);
    }

    @Test
    void thoseBehindAFailureComeAgainInTheirOrderAndTheFirstAlone() throws IOException {
        // Given
        CompletableFuture<List<Admission<Post>>> first = sent(1, 1);
        CompletableFuture<List<Admission<Post>>> second = sent(2, 1);
        CompletableFuture<List<Admission<Post>>> third = sent(3, 1);
        first.complete(accepted(1));
        Backfill progress = counted();
        CompletionStage<Void> waiting = underWay.first();

        // When
        second.completeExceptionally(new IllegalStateException());
        assertThat(underWay.isOpen()).isFalse();
        assertThat(waiting.toCompletableFuture()).isNotDone();
        third.complete(accepted(1));

        // Then
        assertThat(waiting.toCompletableFuture()).isCompletedExceptionally();
        assertThat(progress.at()).isEqualTo(part(1, 0).after());
        assertThat(underWay.posts()).isZero();
        assertThat(underWay.isOpen()).isTrue();
        assertThat(next(part(4, 1))).isEqualTo(part(2, 1));
        CompletableFuture<List<Admission<Post>>> secondAgain = sent(2, 1);
        assertThat(underWay.isOpen()).isFalse();
        secondAgain.complete(accepted(1));
        counted();
        assertThat(underWay.isOpen()).isTrue();
        assertThat(next(part(4, 1))).isEqualTo(part(3, 1));
        assertThat(next(part(4, 1))).isEqualTo(part(4, 1));
    }

    @Test
    void whatFailsAgainKeepsItsPlace() throws IOException {
        sent(1, 1).completeExceptionally(new IllegalStateException());
        sent(2, 1).complete(accepted(1));
        assertThat(underWay.first().toCompletableFuture()).isCompletedExceptionally();
        assertThat(next(part(3, 1))).isEqualTo(part(1, 1));
        sent(1, 1).completeExceptionally(new IllegalStateException());
        assertThat(underWay.first().toCompletableFuture()).isCompletedExceptionally();
        assertThat(next(part(3, 1))).isEqualTo(part(1, 1));
        assertThat(next(part(3, 1))).isEqualTo(part(2, 1));
    }

    @Test
    void whoFailedToReadIsNotAskedForMore() {
        List<Integer> asked = new ArrayList<>();
        PostFiles.Reader broken =
                new Reading() {
                    @Override
                    public PostFiles.Part next(int most) throws IOException {
                        asked.add(most);
                        throw new IOException("broken");
                    }
                };
        for (int at = 0; at < 3; at++) {
            assertThatThrownBy(() -> underWay.next(broken, 5)).hasMessage("broken");
        }
        assertThat(asked).containsExactly(5);
    }

    private CompletableFuture<List<Admission<Post>>> sent(int number, int posts) {
        CompletableFuture<List<Admission<Post>>> stored = new CompletableFuture<>();
        underWay.add(part(number, posts), stored);
        return stored;
    }

    /**
     * @param unread what stands next in the file
     */
    private PostFiles.Part next(PostFiles.Part unread) throws IOException {
        Reading file =
                new Reading() {
                    @Override
                    public PostFiles.Part next(int most) {
                        return unread;
                    }
                };
        return underWay.next(file, 5);
    }

    private Backfill counted() {
        return underWay.counted(BEFORE, BEGAN.plusSeconds(1));
    }

    private static PostFiles.Part part(int number, int posts) {
        Handed<Draft.OfPost> item = new Handed.Readable<>(Drafts.post());
        return new PostFiles.Part(
                Collections.nCopies(posts, item), new Backfill.Position("a.ndjson", number));
    }

    private static List<Admission<Post>> accepted(int posts) {
        return Collections.nCopies(posts, new Admission.Accepted<>((Post) null));
    }

    /** Nothing to close. */
    private interface Reading extends PostFiles.Reader {

        @Override
        default void close() {}
    }
}
