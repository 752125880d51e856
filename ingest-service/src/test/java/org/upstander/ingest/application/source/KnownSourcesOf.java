package org.upstander.ingest.application.source;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.upstander.ingest.domain.Source;

/** Known sources for tests. */
public final class KnownSourcesOf {

    private KnownSourcesOf() {}

    public static KnownSources these(Source... sources) {
        KnownSources known = nothingYet(sources);
        known.refresh();
        return known;
    }

    /** They are there, but were not read. */
    public static KnownSources nothingYet(Source... sources) {
        return new KnownSources(() -> CompletableFuture.completedFuture(List.of(sources)));
    }
}
