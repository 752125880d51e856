package org.upstander.ingest.application.backfill;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.domain.Backfill;

/**
 * Where back-fills stand. Of several instances exactly one works on each: it holds a lease, and
 * what it writes counts only while it does. Fails with {@link
 * org.upstander.ingest.application.source.StoreUnavailable}.
 */
public interface BackfillStore {

    /**
     * Begins anew, unless one is running.
     *
     * @return whether it begins
     */
    CompletionStage<Boolean> start(String sourceId, Instant at);

    CompletionStage<Optional<Backfill>> find(String sourceId);

    /**
     * One that was taken.
     *
     * @param progress how far it was kept to be
     * @param worked whether somebody worked on it before, and may have come further
     */
    record Claimed(Backfill progress, boolean worked) {}

    /**
     * Takes one that is running and that nobody works on.
     *
     * @param worker who takes it
     */
    CompletionStage<Optional<Claimed>> claim(String worker, Instant now, Instant until);

    /**
     * Keeps how far it is.
     *
     * @param until when the lease ends now
     * @return whether the worker still holds it
     */
    CompletionStage<Boolean> keep(Backfill progress, String worker, Instant until);
}
