package org.upstander.alert.application.reading;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what concerns one member of staff. */
public interface ShieldReader {

    /**
     * Without any text.
     *
     * @param now when it is counted
     * @return empty where there is no such member of staff
     */
    Uni<Optional<ShieldSummary>> summary(String staffId, Instant now);

    /** What was written, by incident, the latest first; at most 200 in all. */
    Uni<Map<String, List<ShieldSummary.Text>>> texts(List<String> incidentIds);

    /**
     * Keeps that the attacked person herself read texts.
     *
     * @param items how many, by incident
     * @param why as she says, or empty
     */
    Uni<Void> logOwnReading(
            Map<String, Integer> items, String reader, Instant at, Optional<String> why);
}
