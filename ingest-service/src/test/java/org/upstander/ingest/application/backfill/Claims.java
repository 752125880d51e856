package org.upstander.ingest.application.backfill;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.upstander.ingest.domain.Backfill;

/** A store that is asked for back-fills, and answers when a test says so; one begins, once. */
public final class Claims implements BackfillStore {

    public final List<CompletableFuture<Optional<Claimed>>> asked = new CopyOnWriteArrayList<>();
    private boolean running;

    @Override
    public CompletionStage<Boolean> start(String sourceId, Instant at) {
        boolean begins = !running;
        running = true;
        return CompletableFuture.completedFuture(begins);
    }

    @Override
    public CompletionStage<Optional<Backfill>> find(String sourceId) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public CompletionStage<Optional<Claimed>> claim(String worker, Instant now, Instant until) {
        asked.add(new CompletableFuture<>());
        return asked.get(asked.size() - 1);
    }

    @Override
    public CompletionStage<Boolean> keep(Backfill progress, String worker, Instant until) {
        return CompletableFuture.completedFuture(true);
    }
}
