package org.upstander.alert.application.noise;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.domain.noise.Excursion;

/**
 * When it is looked whether somebody is attacked more than usual. Within the caller's transaction.
 */
public interface NoiseWatchStore {

    /**
     * Somebody of whom it is looked now.
     *
     * @param excursion that is under way
     */
    record Watch(String staffId, Optional<Excursion> excursion) {}

    /** It is looked then, or earlier where that is due. */
    Uni<Void> look(Collection<String> staffIds, Instant dueAt);

    /** What is due and nobody else looks at; the rows stay locked until the transaction ends. */
    Uni<List<Watch>> due(Instant now, int limit);

    /**
     * Keeps what was found.
     *
     * @param excursion that goes on, or empty
     * @param dueAt when to look again, or empty
     */
    Uni<Void> keep(String staffId, Optional<Excursion> excursion, Optional<Instant> dueAt);
}
