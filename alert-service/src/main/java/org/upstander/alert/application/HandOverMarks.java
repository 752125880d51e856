package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Pages that hand an incident over. Within the caller's transaction. */
public interface HandOverMarks {

    /**
     * @param scheduleId whose people are called, and nobody else of the step
     * @param called who of them knows already
     */
    record Mark(String scheduleId, Set<String> called) {}

    /** Marks the page with which the incident's last run began; the incident is locked. */
    Uni<Void> mark(String incidentId, String scheduleId);

    /** Those of these pages that are marked, by page. */
    Uni<Map<String, Mark>> of(Collection<String> pageIds);
}
