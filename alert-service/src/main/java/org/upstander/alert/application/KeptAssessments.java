package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.Grouping;

/**
 * Assessments that were recorded before, where a pattern makes more of them. Within the caller's
 * transaction.
 */
public interface KeptAssessments {

    /** Those of these that are kept, by time; without text, which is kept of incidents only. */
    Uni<List<Assessment>> all(Collection<String> ids);

    /** Those of them that are part of no incident. */
    Uni<List<Assessment>> outsideIncidents(Collection<String> ids);

    /**
     * Makes attacks part of incidents that were recorded without one.
     *
     * @param earlier their ids; other attacks are left out
     */
    Uni<Void> join(Collection<String> earlier, List<Grouping.Change> changes, Instant now);
}
