package org.upstander.ingest.application.backfill;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.application.AcceptPosts;
import org.upstander.ingest.application.StoredPosts;
import org.upstander.ingest.application.source.KnownSources;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Backfill;
import org.upstander.ingest.domain.Post;
import org.upstander.ingest.domain.Source;

/**
 * Takes old posts in, part by part. While Kafka is given some the next is read; how far it is moves
 * only over what Kafka has. Whoever goes on after a crash, or after Kafka did not answer, asks
 * which of the next posts it has: none of these comes again.
 */
@ApplicationScoped
public class RunBackfills {

    /** Most posts that Kafka may have, or be given, while it is not yet kept that it has them. */
    static final int UNKEPT = 4_000;

    static final int PART = UNKEPT / 8;
    static final Duration KEEP = Duration.ofSeconds(1);
    static final Duration LEASE = Duration.ofSeconds(15);

    private final BackfillStore store;
    private final PostFiles files;
    private final KnownSources sources;
    private final AcceptPosts posts;
    private final StoredPosts stored;
    private final Clock clock;

    RunBackfills(
            BackfillStore store,
            PostFiles files,
            KnownSources sources,
            AcceptPosts posts,
            StoredPosts stored,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.sources = sources;
        this.posts = posts;
        this.stored = stored;
        this.clock = clock;
    }

    /**
     * Takes one that nobody works on.
     *
     * @param worker a name that no other has, also not after a restart
     * @return empty where there is none, or where its files cannot be read
     */
    public CompletionStage<Optional<BackfillRun>> claim(String worker) {
        Instant now = clock.instant();
        return store.claim(worker, now, now.plus(LEASE))
                .thenCompose(
                        claimed ->
                                claimed.isEmpty()
                                        ? done(Optional.<BackfillRun>empty())
                                        : asItIsNow(worker, claimed.get()));
    }

    /** Its source may have been put a moment ago. */
    private CompletionStage<Optional<BackfillRun>> asItIsNow(
            String worker, BackfillStore.Claimed claimed) {
        return sources.refresh().thenCompose(read -> opened(worker, claimed));
    }

    private CompletionStage<Optional<BackfillRun>> opened(
            String worker, BackfillStore.Claimed claimed) {
        Backfill progress = claimed.progress();
        Optional<Source> source = awake(progress);
        if (source.isEmpty()) {
            return done(Optional.empty()); // the lease runs out; somebody looks again then
        }
        try {
            return done(
                    Optional.of(
                            new BackfillRun(
                                    worker, files.open(source.get(), progress.at()), claimed)));
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
    public CompletionStage<Boolean> next(BackfillRun run) {
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

    private CompletionStage<Boolean> rested(BackfillRun run, Instant now) {
        if (run.underWay.posts() > 0) {
            return run.underWay.first().thenApply(stored -> true);
        }
        if (run.keeping == null && run.unkept() > 0) {
            keep(run, now);
        }
        return run.keeping == null ? done(false) : kept(run);
    }

    private static boolean isDue(BackfillRun run, Instant now) {
        return run.unkept() >= UNKEPT / 2
                || run.unkept() > 0 && !now.isBefore(run.kept.updatedAt().plus(KEEP));
    }

    /** Beside sending. */
    private void keep(BackfillRun run, Instant now) {
        run.keeping =
                new BackfillRun.Keeping(
                        run.progress,
                        store.keep(run.progress, run.worker, now.plus(LEASE))
                                .toCompletableFuture());
    }

    private static CompletionStage<Boolean> kept(BackfillRun run) {
        BackfillRun.Keeping keeping = run.keeping;
        return keeping.mine()
                .thenApply(
                        mine -> {
                            run.kept = keeping.progress();
                            run.keeping = null;
                            return mine;
                        });
    }

    private CompletionStage<Boolean> further(BackfillRun run) {
        boolean room = run.unkept() + run.underWay.posts() + PART <= UNKEPT;
        if (room && run.underWay.isOpen()) {
            return sent(run);
        }
        // Only what is kept makes room; what is stored is merely no longer on its way.
        return run.underWay.isOpen() && run.keeping != null
                ? kept(run)
                : run.underWay.first().thenApply(stored -> true);
    }

    private CompletionStage<Boolean> sent(BackfillRun run) {
        if (run.underWay.isDoubtful()) {
            run.doubt();
        }
        if (run.isDoubtful() && run.stored == null) {
            run.stored = stored.latest(); // before anything is read: it may fail
        }
        try {
            PostFiles.Part part = run.underWay.next(run.reader, PART);
            if (part.items().isEmpty()) {
                return over(run, Backfill.State.DONE, null);
            }
            run.underWay.add(part, accepted(run, part));
            return done(true);
        } catch (IOException e) {
            return over(run, Backfill.State.FAILED, kind(e));
        }
    }

    private CompletionStage<List<Admission<Post>>> accepted(BackfillRun run, PostFiles.Part part) {
        if (run.isDoubtful()) {
            return posts.acceptMissing(part.items(), run.stored);
        }
        run.stored = null; // it is large, and of no more use
        return posts.accept(part.items(), null);
    }

    /** Once all is stored; until then the reader is at its end each time. */
    private CompletionStage<Boolean> over(BackfillRun run, Backfill.State state, String error) {
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
