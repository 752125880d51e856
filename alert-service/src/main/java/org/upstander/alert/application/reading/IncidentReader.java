package org.upstander.alert.application.reading;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** Reads incidents. */
public interface IncidentReader {

    Uni<Slice<IncidentView>> page(Query<Filters.Incidents> query);

    Uni<Optional<IncidentView>> find(String id);

    /** With the text of the posts: whoever shows it logs it first. */
    Uni<Optional<IncidentDetail>> detail(String id);

    /**
     * Keeps that somebody sees the text of an incident's posts.
     *
     * @param why as the reader says, or empty
     */
    Uni<Void> logRead(String incidentId, String reader, Instant at, Optional<String> why);
}
