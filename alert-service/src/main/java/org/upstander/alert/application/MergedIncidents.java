package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;

/** Where incidents went that were merged. Within the caller's transaction. */
public interface MergedIncidents {

    /**
     * The incident that this one is now: itself, unless it was merged; else the end of the way. A
     * merged one that was opened again is itself.
     */
    Uni<String> endOf(String incidentId);
}
