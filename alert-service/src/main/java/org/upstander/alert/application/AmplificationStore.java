package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.upstander.alert.domain.Signal;

/** Who passed which post on; of each account once. Within the caller's transaction. */
public interface AmplificationStore {

    /**
     * @param amplifications of posts that may not be there, or never come
     */
    Uni<Void> add(List<Signal> amplifications);

    /**
     * Forgets those of posts that belong to no incident.
     *
     * @param before those that ingest-service took earlier
     * @return how many
     */
    Uni<Integer> forget(Instant before);
}
