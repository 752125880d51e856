package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.upstander.alert.domain.StaffMember;

/** Who wrote the posts of an incident. Within the caller's transaction. */
public interface IncidentAuthors {

    /** Whether one of these accounts wrote in the incident. */
    Uni<Boolean> wroteIn(String incidentId, List<StaffMember.Handle> accounts);
}
