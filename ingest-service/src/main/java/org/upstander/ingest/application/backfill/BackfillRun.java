package org.upstander.ingest.application.backfill;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.upstander.ingest.domain.Backfill;
import org.upstander.ingest.domain.Post;

/** A back-fill that is under way, for its worker. Used by one step at a time. */
public final class BackfillRun {

    final String worker;
    final PostFiles.Reader reader;
    final UnderWay underWay = new UnderWay();

    /** Until so many are done they may be stored, and nobody knows. */
    private long doubtfulUntil;

    Backfill kept;
    Backfill progress;
    Keeping keeping;

    /** What the log has of those; null where nobody asked yet, or need ask any more. */
    Predicate<Post> stored;

    /**
     * What the database is told meanwhile.
     *
     * @param mine whether it is still ours
     */
    record Keeping(Backfill progress, CompletableFuture<Boolean> mine) {}

    BackfillRun(String worker, PostFiles.Reader reader, BackfillStore.Claimed claimed) {
        this.worker = worker;
        this.reader = reader;
        this.kept = claimed.progress();
        this.progress = claimed.progress();
        if (claimed.worked()) {
            doubt();
        }
    }

    /** Somebody was lost, or failed, who may have stored what comes next. */
    void doubt() {
        doubtfulUntil = progress.done() + RunBackfills.UNKEPT;
        stored = null;
    }

    /** Posts that are stored, and not yet kept as such. */
    long unkept() {
        return progress.done() - kept.done();
    }

    /** Whether the next may be stored already. */
    boolean isDoubtful() {
        return progress.done() + underWay.posts() < doubtfulUntil;
    }

    public void close() throws IOException {
        reader.close();
    }
}
