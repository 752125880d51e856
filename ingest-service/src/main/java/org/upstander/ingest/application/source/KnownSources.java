package org.upstander.ingest.application.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.upstander.ingest.domain.Source;

/**
 * All sources as they were read last, for the way that deliveries go: while the database is away
 * they are taken as before.
 */
@ApplicationScoped
public class KnownSources {

    private final SourceList list;
    private volatile Map<String, Source> byId;

    KnownSources(SourceList list) {
        this.list = list;
    }

    /**
     * @throws StoreUnavailable where they were never read yet
     */
    public Optional<Source> find(String id) {
        Map<String, Source> known = byId;
        if (known == null) {
            throw new StoreUnavailable("sources were not read yet");
        }
        return Optional.ofNullable(known.get(id));
    }

    /** Those that were read last; none before. */
    public List<Source> all() {
        Map<String, Source> known = byId;
        return known == null ? List.of() : List.copyOf(known.values());
    }

    /** Reads them anew; fails with {@link StoreUnavailable}, and then they stay as they are. */
    public CompletionStage<Void> refresh() {
        return list.all()
                .thenAccept(
                        all ->
                                byId =
                                        all.stream()
                                                .collect(
                                                        Collectors.toUnmodifiableMap(
                                                                Source::id, Function.identity())));
    }
}
