package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.GroupKey;
import org.upstander.alert.domain.Grouping;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.Ties;

/**
 * Incidents with what they are made of. All within the caller's transaction. The row of an incident
 * is the lock of everything that belongs to it; it is taken before its pages and deliveries.
 */
public interface IncidentStore {

    /**
     * What has to be known to group these attacks. Takes no lock.
     *
     * @param ties of patterns: the incidents that they name are known, too
     * @param resolvedSince incidents that were resolved after this are live enough to open again
     */
    Uni<Grouping.Known> known(List<Assessment> attacks, Ties ties, Instant resolvedSince);

    /** Who owns these groups, as {@link #known}. */
    Uni<Grouping.Known> owning(Set<GroupKey> groups, Instant resolvedSince);

    /**
     * Keeps incidents and their groups.
     *
     * @return fails with {@link StoreConflict} when another transaction changed one of them or took
     *     one of their groups since {@link #known}
     */
    Uni<Void> save(List<Grouping.Change> changes);

    /** The incident, locked until the end of the transaction. */
    Uni<Optional<Incident>> lock(String incidentId);

    /** Those of these incidents that exist, locked in the order of their ids. */
    Uni<List<Incident>> lock(Set<String> incidentIds);

    /** Keeps a new state of a locked incident. A resolved one keeps its groups until they move. */
    Uni<Void> saveState(Incident incident);
}
