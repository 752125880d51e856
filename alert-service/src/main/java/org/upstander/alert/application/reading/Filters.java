package org.upstander.alert.application.reading;

import java.time.Instant;

/** What belongs to a list. Each part may be null: it does not matter. Times are from, before. */
public final class Filters {

    private Filters() {}

    /**
     * @param author an author's id or handle
     * @param severity at least
     * @param from opened at or after
     * @param to opened before
     */
    public record Incidents(
            String staff,
            String author,
            String source,
            String category,
            Integer severity,
            String state,
            Instant from,
            Instant to) {}

    /**
     * @param author an author's id or handle
     * @param severity at least
     * @param disagreeing only what thresholds on trial call an attack and the verdict does not, or
     *     the other way round
     * @param from posted at or after
     * @param to posted before
     */
    public record Assessments(
            String staff,
            String author,
            String source,
            String verdict,
            String category,
            Integer severity,
            boolean disagreeing,
            Instant from,
            Instant to) {}

    /**
     * @param from attempted at or after
     * @param to attempted before
     */
    public record Notifications(
            String incident,
            String contact,
            String channel,
            String outcome,
            Instant from,
            Instant to) {}
}
