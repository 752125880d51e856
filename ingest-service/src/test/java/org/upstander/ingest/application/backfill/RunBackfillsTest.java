package org.upstander.ingest.application.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.ingest.application.AcceptPostsOf;
import org.upstander.ingest.application.LogUnavailable;
import org.upstander.ingest.application.source.KnownSourcesOf;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Backfill;
import org.upstander.ingest.domain.Drafts;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.Post;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.domain.SourceSettings;

/** What goes on beside what, and that it stays within bounds. */
class RunBackfillsTest {

    private static final Instant NOW = Instant.parse("2026-03-03T06:33:26Z");
    private static final int PART = RunBackfills.PART;

    private static final int PARTS = RunBackfills.UNKEPT / PART;
    private static final int KEPT_EACH = PARTS / 2;

    private final List<CompletableFuture<List<Admission<Post>>>> sent = new ArrayList<>();
    private final List<Backfill> told = new ArrayList<>();
    private final List<CompletableFuture<Boolean>> answers = new ArrayList<>();
    private int left = 3 * PARTS;
    private boolean worked;
    private int looks;
    private int doubtful;
    private RuntimeException away;
    private BackfillRun run;

    private final RunBackfills backfills =
            new RunBackfills(
                    new Store(),
                    (source, from) -> new File(),
                    KnownSourcesOf.nothingYet(source()), // put by another instance a moment ago
                    AcceptPostsOf.these(items -> sending(), items -> missing()),
                    this::look,
                    Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void claim() {
        run = backfills.claim("worker").toCompletableFuture().join().orElseThrow();
    }

    @Test
    void atMostSoManyAreOnTheirWay() {
        assertThat(steps(4)).containsOnly(true);
        CompletableFuture<Boolean> fifth = step();
        assertThat(sent).hasSize(4);
        assertThat(fifth).isNotDone();
        store(0);
        assertThat(fifth).isCompletedWithValue(true);
    }

    @Test
    void whatIsStoredMakesNoRoomBeforeItIsKept() {
        // Given
        sendAndStore(PARTS);

        // When
        assertThat(step()).isNotDone();

        // Then: it was told when half of them were stored, and waits for the answer
        assertThat(told).extracting(Backfill::accepted).containsExactly((long) KEPT_EACH * PART);
        assertThat(sent).hasSize(PARTS);

        // When
        answers.get(0).complete(true);
        assertThat(steps(2)).containsOnly(true);

        // Then: there is room for what was kept
        store(PARTS);
        store(PARTS + 1);
        sendAndStore(KEPT_EACH - 2);
        assertThat(step()).isNotDone();
        assertThat(sent).hasSize(PARTS + KEPT_EACH);
        assertThat(told)
                .extracting(Backfill::accepted)
                .containsExactly((long) KEPT_EACH * PART, (long) PARTS * PART);
    }

    @Test
    void sendingGoesOnBesideTheDatabase() {
        // Given
        sendAndStore(KEPT_EACH);

        // When
        assertThat(steps(2)).containsOnly(true);

        // Then
        assertThat(told).hasSize(1);
        assertThat(answers.get(0)).isNotDone();
        assertThat(sent).hasSize(KEPT_EACH + 2);
    }

    @Test
    void whoLostItStops() {
        sendAndStore(KEPT_EACH);
        steps(1);
        answers.get(0).complete(false);
        assertThat(step()).isCompletedWithValue(false);
    }

    @Test
    void theEndIsToldWhenAllElseIsKept() {
        // Given
        left = KEPT_EACH;
        sendAndStore(KEPT_EACH);

        // When
        CompletableFuture<Boolean> atTheEnd = step();

        // Then
        assertThat(atTheEnd).isNotDone();
        answers.get(0).complete(true);
        CompletableFuture<Boolean> over = step();
        assertThat(told)
                .extracting(Backfill::state)
                .containsExactly(Backfill.State.RUNNING, Backfill.State.DONE);
        answers.get(1).complete(true);
        assertThat(over).isCompletedWithValue(false);
    }

    @Test
    void whoIsTheFirstToWorkOnItAsksNotWhatIsStored() {
        sendAndStore(2);
        assertThat(looks).isZero();
        assertThat(doubtful).isZero();
    }

    @Test
    void whoGoesOnLeavesOutWhatIsStoredForAsFarAsTheOtherMayHaveCome() {
        // Given
        worked = true;
        claim();

        // When
        sendAndStore(PARTS);
        steps(1);
        answers.get(0).complete(true);
        steps(1);

        // Then
        assertThat(looks).isEqualTo(1);
        assertThat(doubtful).isEqualTo(PARTS);
        assertThat(sent).hasSize(PARTS + 1);
    }

    @Test
    void whoCannotAskWhatIsStoredSendsNothing() {
        // Given
        worked = true;
        claim();
        away = new LogUnavailable("away");

        // When, Then
        assertThatThrownBy(() -> backfills.next(run)).isSameAs(away);
        assertThat(sent).isEmpty();

        // When
        away = null;
        sendAndStore(1);

        // Then
        assertThat(doubtful).isEqualTo(1);
    }

    private CompletionStage<List<Admission<Post>>> sending() {
        sent.add(new CompletableFuture<>());
        return sent.get(sent.size() - 1);
    }

    private CompletionStage<List<Admission<Post>>> missing() {
        doubtful++;
        return sending();
    }

    private Predicate<Post> look() {
        if (away != null) {
            throw away;
        }
        looks++;
        return post -> true;
    }

    private void sendAndStore(int parts) {
        for (int at = 0; at < parts; at++) {
            assertThat(step()).isCompletedWithValue(true);
            store(sent.size() - 1);
        }
    }

    private CompletableFuture<Boolean> step() {
        return backfills.next(run).toCompletableFuture();
    }

    private List<Boolean> steps(int count) {
        List<Boolean> more = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            more.add(step().getNow(null));
        }
        return more;
    }

    private void store(int part) {
        sent.get(part).complete(Collections.nCopies(PART, new Admission.Accepted<>((Post) null)));
    }

    private static Source source() {
        return new Source(
                "s-1",
                "file",
                "File",
                "forum",
                null,
                List.of(),
                null,
                null,
                SourceSettings.NONE,
                false);
    }

    private final class Store implements BackfillStore {

        @Override
        public CompletionStage<Boolean> start(String sourceId, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Optional<Backfill>> find(String sourceId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Optional<Claimed>> claim(String worker, Instant now, Instant until) {
            return CompletableFuture.completedFuture(
                    Optional.of(
                            new Claimed(
                                    new Backfill(
                                            "s-1",
                                            Backfill.State.RUNNING,
                                            Backfill.Position.START,
                                            0,
                                            0,
                                            NOW,
                                            NOW,
                                            null),
                                    worked)));
        }

        @Override
        public CompletionStage<Boolean> keep(Backfill progress, String worker, Instant until) {
            told.add(progress);
            answers.add(new CompletableFuture<>());
            return answers.get(answers.size() - 1);
        }
    }

    private final class File implements PostFiles.Reader {

        @Override
        public PostFiles.Part next(int most) {
            if (left == 0) {
                return new PostFiles.Part(List.of(), new Backfill.Position("a.ndjson", 0));
            }
            left--;
            return new PostFiles.Part(
                    Collections.nCopies(most, new Handed.Readable<>(Drafts.post())),
                    new Backfill.Position("a.ndjson", (3L * PARTS - left) * most));
        }

        @Override
        public void close() {}
    }
}
