package org.upstander.ingest.application.backfill;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.application.source.SourceStore;
import org.upstander.ingest.domain.Backfill;

/** Begins back-fills, and shows how far they are. */
@ApplicationScoped
public class Backfills {

    /** Type of the sources that have something to take in. */
    public static final String TYPE = "file";

    private final BackfillStore store;
    private final SourceStore sources;
    private final BackfillWork work;
    private final Clock clock;

    Backfills(BackfillStore store, SourceStore sources, BackfillWork work, Clock clock) {
        this.store = store;
        this.sources = sources;
        this.work = work;
        this.clock = clock;
    }

    /** What became of the wish to begin. */
    public enum Begun {
        BEGUN,
        /** One is running already. */
        RUNNING,
        /** Its type has nothing to take in. */
        NOT_THIS_TYPE,
        NO_SOURCE
    }

    public CompletionStage<Begun> begin(String sourceId) {
        return sources.find(sourceId)
                .thenCompose(
                        found -> {
                            if (found.isEmpty()) {
                                return CompletableFuture.completedFuture(Begun.NO_SOURCE);
                            }
                            if (!TYPE.equals(found.get().type())) {
                                return CompletableFuture.completedFuture(Begun.NOT_THIS_TYPE);
                            }
                            return store.start(sourceId, clock.instant()).thenApply(this::told);
                        });
    }

    private Begun told(boolean begun) {
        if (begun) {
            work.wake();
        }
        return begun ? Begun.BEGUN : Begun.RUNNING;
    }

    /**
     * @return empty where none was begun
     */
    public CompletionStage<Optional<Backfill>> find(String sourceId) {
        return store.find(sourceId);
    }
}
