package org.upstander.ingest.application.source;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.domain.Source;

/** Known sources for tests. */
public final class KnownSourcesOf {

    private KnownSourcesOf() {}

    public static KnownSources these(Source... sources) {
        KnownSources known = new KnownSources(new Fixed(List.of(sources)));
        known.refresh();
        return known;
    }

    public static KnownSources nothingYet() {
        return new KnownSources(new Fixed(List.of()));
    }

    private record Fixed(List<Source> sources) implements SourceStore {

        @Override
        public CompletionStage<List<Source>> all() {
            return CompletableFuture.completedFuture(sources);
        }

        @Override
        public CompletionStage<Optional<Source>> find(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Boolean> save(Source source, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Boolean> pause(String id, boolean paused, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Boolean> delete(String id) {
            throw new UnsupportedOperationException();
        }
    }
}
