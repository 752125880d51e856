package org.upstander.ingest.application.backfill;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.upstander.ingest.application.AcceptPostsOf;
import org.upstander.ingest.application.source.KnownSourcesOf;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Backfill;
import org.upstander.ingest.domain.Drafts;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.Post;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.domain.SourceSettings;

/** A back-fill of which a test stores the parts, and answers for the database. */
abstract class RunBackfillsBase {

    private static final Instant NOW = Instant.parse("2026-03-03T06:33:26Z");
    static final int PART = RunBackfills.PART;

    static final int PARTS = RunBackfills.UNKEPT / PART;
    static final int KEPT_EACH = PARTS / 2;

    final List<CompletableFuture<List<Admission<Post>>>> sent = new ArrayList<>();
    final List<Backfill> told = new ArrayList<>();
    final List<CompletableFuture<Boolean>> answers = new ArrayList<>();
    int left = 3 * PARTS;
    boolean worked;
    int looks;
    int doubtful;
    RuntimeException away;
    BackfillRun run;

    final RunBackfills backfills =
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

    void sendAndStore(int parts) {
        for (int at = 0; at < parts; at++) {
            assertThat(step()).isCompletedWithValue(true);
            store(sent.size() - 1);
        }
    }

    CompletableFuture<Boolean> step() {
        return backfills.next(run).toCompletableFuture();
    }

    List<Boolean> steps(int count) {
        List<Boolean> more = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            more.add(step().getNow(null));
        }
        return more;
    }

    void store(int part) {
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
