package org.upstander.alert.application.source;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import org.upstander.alert.domain.SourceSight;

/** Sources as they were told of last. Within the caller's transaction. */
public interface SourceStore {

    /**
     * Keeps it, unless something later is kept.
     *
     * @return whether it is another state than was known before
     */
    Uni<Boolean> keep(SourceSight sight);

    Uni<Void> remove(String sourceId);

    /** Those that are there, by id. */
    Uni<Map<String, SourceSight>> find(Collection<String> sourceIds);
}
