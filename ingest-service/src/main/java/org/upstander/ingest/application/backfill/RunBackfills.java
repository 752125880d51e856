package org.upstander.ingest.application.backfill;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.application.AcceptPosts;
import org.upstander.ingest.application.source.KnownSources;
import org.upstander.ingest.domain.Backfill;
import org.upstander.ingest.domain.Source;

/**
 * Takes old posts in, part by part. While Kafka is given some the next is read; how far it is moves
 * only over what Kafka has, so that after a crash at most {@link #UNKEPT} posts come again, with
 * the same ids.
 */
@ApplicationScoped
public class RunBackfills {

    /** Most posts that Kafka may have, or be given, while it is not yet kept that it has them. */
    static final int UNKEPT = 500;

    static final int PART = UNKEPT / 4;
    static final Duration KEEP = Duration.ofSeconds(1);
    static final Duration LEASE = Duration.ofSeconds(15);

    private final BackfillStore store;
    private final PostFiles files;
    private final KnownSources sources;
    private final AcceptPosts posts;
    private final Clock clock;

    RunBackfills(
            BackfillStore store,
            PostFiles files,
            KnownSources sources,
            AcceptPosts posts,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.sources = sources;
        this.posts = posts;
        this.clock = clock;
    }

    /** Work that is under way, for its worker. */
    public static final class Run {

        private final String worker;
        private final PostFiles.Reader reader;
        private final UnderWay underWay = new UnderWay();
        private Backfill kept;
        private Backfill progress;
        private Keeping keeping;

        private Run(String worker, PostFiles.Reader reader, Backfill progress) {
            this.worker = worker;
            this.reader = reader;
            this.kept = progress;
            this.progress = progress;
        }

        /** Posts that are stored, and not yet kept as such. */
        private long unkept() {
            return progress.done() - kept.done();
        }

        public void close() throws IOException {
            reader.close();
        }
    }

    /**
     * What the database is told meanwhile.
     *
     * @param mine whether it is still ours
     */
    private record Keeping(Backfill progress, CompletableFuture<Boolean> mine) {}

    /**
     * Takes one that nobody works on.
     *
     * @param worker a name that no other has, also not after a restart
     * @return empty where there is none, or where its files cannot be read
     */
    public CompletionStage<Optional<Run>> claim(String worker) {
        Instant now = clock.instant();
        return store.claim(worker, now, now.plus(LEASE))
                .thenCompose(
                        claimed ->
                                claimed.isEmpty()
                                        ? done(Optional.<Run>empty())
                                        : asItIsNow(worker, claimed.get()));
    }

    /** Its source may have been put a moment ago. */
    private CompletionStage<Optional<Run>> asItIsNow(String worker, Backfill progress) {
        return sources.refresh().thenCompose(read -> opened(worker, progress));
    }

    private CompletionStage<Optional<Run>> opened(String worker, Backfill progress) {
        Optional<Source> source = awake(progress);
        if (source.isEmpty()) {
            return done(Optional.empty()); // the lease runs out; somebody looks again then
        }
        try {
            return done(
                    Optional.of(
                            new Run(worker, files.open(source.get(), progress.at()), progress)));
        } catch (IOException e) {
            return ended(progress, worker, Backfill.State.FAILED, kind(e))
                    .thenApply(kept -> Optional.empty());
        }
    }

    private Optional<Source> awake(Backfill progress) {
        return sources.find(progress.sourceId()).filter(source -> !source.paused());
    }

    /**
     * Takes a further step, unless its source was paused or is gone; reading blocks. What is on its
     * way then is waited for, and kept.
     *
     * @return whether there is more to do. Fails as {@link AcceptPosts} or the store do: the same
     *     is taken with the next call
     */
    public CompletionStage<Boolean> next(Run run) {
        Instant now = clock.instant();
        run.progress = run.underWay.counted(run.progress, now);
        if (run.keeping != null && run.keeping.mine().isDone()) {
            return kept(run);
        }
        if (awake(run.progress).isEmpty()) {
            return rested(run, now);
        }
        if (run.keeping == null && isDue(run, now)) {
            keep(run, now);
        }
        return further(run);
    }

    private CompletionStage<Boolean> rested(Run run, Instant now) {
        if (run.underWay.posts() > 0) {
            return run.underWay.first().thenApply(stored -> true);
        }
        if (run.keeping == null && run.unkept() > 0) {
            keep(run, now);
        }
        return run.keeping == null ? done(false) : kept(run);
    }

    private static boolean isDue(Run run, Instant now) {
        return run.unkept() >= UNKEPT / 2
                || run.unkept() > 0 && !now.isBefore(run.kept.updatedAt().plus(KEEP));
    }

    /** Beside sending. */
    private void keep(Run run, Instant now) {
        run.keeping =
                new Keeping(
                        run.progress,
                        store.keep(run.progress, run.worker, now.plus(LEASE))
                                .toCompletableFuture());
    }

    private static CompletionStage<Boolean> kept(Run run) {
        Keeping keeping = run.keeping;
        return keeping.mine()
                .thenApply(
                        mine -> {
                            run.kept = keeping.progress();
                            run.keeping = null;
                            return mine;
                        });
    }

    private CompletionStage<Boolean> further(Run run) {
        boolean room = run.unkept() + run.underWay.posts() + PART <= UNKEPT;
        if (room && run.underWay.isOpen()) {
            return sent(run);
        }
        // Only what is kept makes room; what is stored is merely no longer on its way.
        return run.underWay.isOpen() && run.keeping != null
                ? kept(run)
                : run.underWay.first().thenApply(stored -> true);
    }

    private CompletionStage<Boolean> sent(Run run) {
        try {
            PostFiles.Part part = run.underWay.next(run.reader, PART);
            if (part.items().isEmpty()) {
                return over(run, Backfill.State.DONE, null);
            }
            run.underWay.add(part, posts.accept(part.items(), null));
            return done(true);
        } catch (IOException e) {
            return over(run, Backfill.State.FAILED, kind(e));
        }
    }

    /** Once all is stored; until then the reader is at its end each time. */
    private CompletionStage<Boolean> over(Run run, Backfill.State state, String error) {
        if (run.underWay.posts() > 0) {
            return run.underWay.first().thenApply(stored -> true);
        }
        return run.keeping != null
                ? kept(run)
                : ended(run.progress, run.worker, state, error).thenApply(kept -> false);
    }

    private CompletionStage<Boolean> ended(
            Backfill progress, String worker, Backfill.State state, String error) {
        Instant now = clock.instant();
        return store.keep(
                new Backfill(
                        progress.sourceId(),
                        state,
                        progress.at(),
                        progress.accepted(),
                        progress.rejected(),
                        progress.startedAt(),
                        now,
                        error),
                worker,
                now);
    }

    /** No message: it may quote a path of the machine, or a line. */
    private static String kind(IOException failure) {
        return failure.getClass().getSimpleName();
    }

    private static <T> CompletionStage<T> done(T value) {
        return CompletableFuture.completedFuture(value);
    }
}
