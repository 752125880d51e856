package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.upstander.alert.domain.StaffMember;

/** Who wrote the posts of an incident. Within the caller's transaction. */
public interface IncidentAuthors {

    /**
     * Whether one of these accounts wrote in the incident: by handle or id, also under a handle
     * that the account had elsewhere.
     */
    Uni<Boolean> wroteIn(String incidentId, List<StaffMember.Handle> accounts);

    /**
     * Ids of the staff who acted against one of an incident's authors, by incident; those nobody
     * acted in are left out.
     *
     * @param since from when an action counts, by incident
     */
    Uni<Map<String, Set<String>>> moderatedBy(Map<String, Instant> since);
}
