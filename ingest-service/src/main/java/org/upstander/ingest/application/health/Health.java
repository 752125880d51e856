package org.upstander.ingest.application.health;

import java.time.Instant;
import java.util.List;
import org.upstander.ingest.application.delivery.Said;

/**
 * How a source did since it was put.
 *
 * @param since when it was put
 * @param lastDelivery when a proven delivery came last, or null
 * @param lastPost when posts or signals came last, or null
 * @param items posts and signals taken
 * @param refusedItems posts and signals that broke a rule
 * @param notProven deliveries without proof
 * @param notReadable deliveries of another form
 * @param gaps the latest, newest first
 */
public record Health(
        Instant since,
        Instant lastDelivery,
        Instant lastPost,
        long items,
        long refusedItems,
        long notProven,
        long notReadable,
        List<Gap> gaps) {

    public Health {
        gaps = List.copyOf(gaps);
    }

    /**
     * A time in which posts are missing.
     *
     * @param until when posts came again, or null while they do not
     */
    public record Gap(Said.Cause cause, Instant since, Instant until) {}
}
