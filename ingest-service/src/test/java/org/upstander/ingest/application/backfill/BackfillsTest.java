package org.upstander.ingest.application.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.upstander.ingest.application.backfill.Backfills.Begun;
import org.upstander.ingest.application.source.SourceStore;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.domain.SourceSettings;

class BackfillsTest {

    private final AtomicInteger woken = new AtomicInteger();
    private final Backfills backfills =
            new Backfills(new Claims(), new Store(), woken::incrementAndGet, Clock.systemUTC());

    @Test
    void whoBeginsOneWakesItsWorker() {
        assertThat(begin("file")).isEqualTo(Begun.BEGUN);
        assertThat(woken).hasValue(1);

        assertThat(begin("file")).isEqualTo(Begun.RUNNING);
        assertThat(begin("rss")).isEqualTo(Begun.NOT_THIS_TYPE);
        assertThat(begin("gone")).isEqualTo(Begun.NO_SOURCE);
        assertThat(woken).hasValue(1);
    }

    private Begun begin(String id) {
        return backfills.begin(id).toCompletableFuture().join();
    }

    /** Sources are called as their type. */
    private static final class Store implements SourceStore {

        @Override
        public CompletionStage<Optional<Source>> find(String id) {
            return CompletableFuture.completedFuture(
                    id.equals("gone") ? Optional.empty() : Optional.of(source(id)));
        }

        @Override
        public CompletionStage<List<Source>> all() {
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

        private static Source source(String type) {
            return new Source(
                    type,
                    type,
                    "Source",
                    "forum",
                    null,
                    List.of(),
                    null,
                    null,
                    SourceSettings.NONE,
                    false);
        }
    }
}
