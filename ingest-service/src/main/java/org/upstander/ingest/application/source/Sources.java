package org.upstander.ingest.application.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.domain.SourceDraft;
import org.upstander.ingest.domain.SourceRules;

/** Puts sources, shows them, and has them rest. Everything fails with {@link StoreUnavailable}. */
@ApplicationScoped
public class Sources {

    private final SourceStore store;
    private final KnownSources known;
    private final SourceRules rules;
    private final Clock clock;

    Sources(SourceStore store, KnownSources known, SourceRules rules, Clock clock) {
        this.store = store;
        this.known = known;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * What became of a source that was put.
     *
     * @param created whether it was not there before; false where it was refused
     */
    public record Put(Admission<Source> admission, boolean created) {}

    /** Creates or replaces one, unless it is wrong. Deliveries are taken by it from then on. */
    public CompletionStage<Put> put(SourceDraft draft) {
        return store.find(draft.id())
                .thenCompose(
                        before -> {
                            Admission<Source> admission = rules.admit(draft, before);
                            if (admission instanceof Admission.Accepted<Source> good) {
                                return keep(good.item())
                                        .thenApply(existed -> new Put(admission, !existed));
                            }
                            return CompletableFuture.completedFuture(new Put(admission, false));
                        });
    }

    public CompletionStage<Optional<Source>> find(String id) {
        return store.find(id);
    }

    /** In the order of their ids. */
    public CompletionStage<List<Source>> all() {
        return store.all();
    }

    /**
     * @return the source; empty where there is none
     */
    public CompletionStage<Optional<Source>> pause(String id, boolean paused) {
        return store.pause(id, paused, clock.instant())
                .thenCompose(existed -> known.refresh())
                .thenCompose(read -> store.find(id));
    }

    /**
     * @return whether it was there
     */
    public CompletionStage<Boolean> delete(String id) {
        return store.delete(id).thenCompose(existed -> known.refresh().thenApply(read -> existed));
    }

    private CompletionStage<Boolean> keep(Source source) {
        return store.save(source, clock.instant())
                .thenCompose(existed -> known.refresh().thenApply(read -> existed));
    }
}
