package org.upstander.ingest.application.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.application.source.KnownSources;
import org.upstander.ingest.domain.Source;

/** How all sources do, as it was seen a moment ago. */
@ApplicationScoped
public class SourceSights {

    private final SourceHealth collected;
    private final HealthStore store;
    private final KnownSources sources;
    private final Clock clock;
    private volatile Map<String, Health> health = Map.of();

    SourceSights(SourceHealth collected, HealthStore store, KnownSources sources, Clock clock) {
        this.collected = collected;
        this.store = store;
        this.sources = sources;
        this.clock = clock;
    }

    /** Keeps what was collected, and looks at all sources and their health anew. */
    public CompletionStage<Void> refresh() {
        return collected
                .keep()
                .thenCompose(kept -> sources.refresh())
                .thenCompose(read -> store.all())
                .thenAccept(all -> health = all);
    }

    public Optional<Health> health(String sourceId) {
        return Optional.ofNullable(health.get(sourceId));
    }

    public Sight sight(Source source) {
        return Sight.of(source, health(source.id()), clock.instant());
    }

    /** Of every source that is known. */
    public Map<Source, Sight> all() {
        Map<Source, Sight> all = new LinkedHashMap<>();
        sources.all().forEach(source -> all.put(source, sight(source)));
        return all;
    }
}
