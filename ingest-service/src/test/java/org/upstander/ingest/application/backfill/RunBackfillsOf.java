package org.upstander.ingest.application.backfill;

import java.io.FileNotFoundException;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.upstander.ingest.application.AcceptPostsOf;
import org.upstander.ingest.application.source.KnownSourcesOf;

/** Back-fills of a store of one's own; there are no files to read. */
public final class RunBackfillsOf {

    private RunBackfillsOf() {}

    public static RunBackfills these(BackfillStore store) {
        return new RunBackfills(
                store,
                (source, from) -> {
                    throw new FileNotFoundException();
                },
                KnownSourcesOf.these(),
                AcceptPostsOf.these(items -> new CompletableFuture<>()),
                () -> post -> false,
                Clock.systemUTC());
    }
}
