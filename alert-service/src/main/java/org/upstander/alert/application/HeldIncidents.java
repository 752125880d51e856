package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;

/** Pages that wait for a silence or a pile-on to end. Within the caller's transaction. */
public interface HeldIncidents {

    /** The incidents changed: pages of theirs that are held are looked at again now. */
    Uni<Void> incidentsChanged(Collection<String> incidentIds, Instant now);
}
