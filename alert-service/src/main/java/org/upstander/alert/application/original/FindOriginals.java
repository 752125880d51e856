package org.upstander.alert.application.original;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where all originals are for a while. */
@FunctionalInterface
public interface FindOriginals {

    /**
     * @param byRecordId what was found
     * @param lookedFor record ids of which it is known whether they are there
     */
    record Found(Map<String, Sealed> byRecordId, Set<String> lookedFor) {

        public Found {
            byRecordId = Map.copyOf(byRecordId);
            lookedFor = Set.copyOf(lookedFor);
        }
    }

    /** Looks for some; fails where Kafka does. Takes a bounded time. */
    Uni<Found> find(List<WantedOriginal> wanted);
}
