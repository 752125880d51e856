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
import org.upstander.ingest.application.source.KnownSources;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Backfill;
import org.upstander.ingest.domain.Post;
import org.upstander.ingest.domain.Source;

/**
 * Takes old posts in, part by part: how far it is moves on only when Kafka has the part, so that
 * after a crash the part under way comes again, with the same ids.
 */
@ApplicationScoped
public class RunBackfills {

    static final int PART = 500;
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
        private Backfill progress;
        private PostFiles.Part unkept;

        private Run(String worker, PostFiles.Reader reader, Backfill progress) {
            this.worker = worker;
            this.reader = reader;
            this.progress = progress;
        }

        public void close() throws IOException {
            reader.close();
        }
    }

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
                                        : opened(worker, claimed.get()));
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
     * Takes the next part in, unless its source was paused or is gone; reading blocks.
     *
     * @return whether there is more to do. Fails as {@link AcceptPosts} or the store do: the same
     *     part is taken with the next call
     */
    public CompletionStage<Boolean> next(Run run) {
        if (awake(run.progress).isEmpty()) {
            return done(false);
        }
        try {
            if (run.unkept == null) {
                run.unkept = run.reader.next(PART);
            }
        } catch (IOException e) {
            return ended(run.progress, run.worker, Backfill.State.FAILED, kind(e))
                    .thenApply(kept -> false);
        }
        PostFiles.Part part = run.unkept;
        if (part.items().isEmpty()) {
            return ended(run.progress, run.worker, Backfill.State.DONE, null)
                    .thenApply(kept -> false);
        }
        return posts.accept(part.items(), null)
                .thenCompose(
                        admissions -> {
                            Backfill further = further(run.progress, part, admissions);
                            return store.keep(further, run.worker, clock.instant().plus(LEASE))
                                    .thenApply(
                                            mine -> {
                                                run.progress = further;
                                                run.unkept = null;
                                                return mine;
                                            });
                        });
    }

    private Backfill further(
            Backfill before, PostFiles.Part part, List<Admission<Post>> admissions) {
        long good = admissions.stream().filter(one -> one instanceof Admission.Accepted).count();
        return new Backfill(
                before.sourceId(),
                before.state(),
                part.after(),
                before.accepted() + good,
                before.rejected() + admissions.size() - good,
                before.startedAt(),
                clock.instant(),
                null);
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
