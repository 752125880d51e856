package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/**
 * Remembers what was consumed, in the transaction of its effect; assessments are rows themselves,
 * see {@link AssessmentStore#recorded}.
 */
public interface Inbox {

    /** Who consumes; ids are unique within. */
    enum Stream {
        SIGNALS,
        CALLBACKS
    }

    /**
     * @param ids of events, in any order
     * @return those that were never seen before; they are seen from now on
     */
    Uni<Set<String>> firstSeen(Stream stream, Collection<String> ids, Instant at);

    /**
     * Forgets what no topic holds any longer.
     *
     * @return how many events were forgotten
     */
    Uni<Integer> forget(Instant before);
}
