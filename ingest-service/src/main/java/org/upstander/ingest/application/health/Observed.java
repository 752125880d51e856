package org.upstander.ingest.application.health;

import java.time.Instant;
import org.upstander.ingest.application.delivery.Said;

/**
 * What was seen of a source for a while.
 *
 * @param lastDelivery when a proven delivery came last, or null
 * @param lastPost when posts or signals came last, or null
 * @param items posts and signals taken
 * @param refusedItems posts and signals that broke a rule
 * @param notProven deliveries without proof
 * @param notReadable deliveries of another form
 * @param gap the last that its platform told of, or null
 * @param lastAnswer when it answered last, of those that are asked; or null
 */
public record Observed(
        Instant lastDelivery,
        Instant lastPost,
        long items,
        long refusedItems,
        long notProven,
        long notReadable,
        Gap gap,
        Instant lastAnswer) {

    static final Observed NOTHING = new Observed(null, null, 0, 0, 0, 0, null, null);

    /** Of a source that calls by itself. */
    Observed(
            Instant lastDelivery,
            Instant lastPost,
            long items,
            long refusedItems,
            long notProven,
            long notReadable,
            Gap gap) {
        this(lastDelivery, lastPost, items, refusedItems, notProven, notReadable, gap, null);
    }

    /**
     * Posts are missing.
     *
     * @param at since when; where a platform tells, when it did
     */
    public record Gap(Said.Cause cause, Instant at) {}

    /** This and what came after it. */
    Observed and(Observed later) {
        return new Observed(
                latest(lastDelivery, later.lastDelivery),
                latest(lastPost, later.lastPost),
                items + later.items,
                refusedItems + later.refusedItems,
                notProven + later.notProven,
                notReadable + later.notReadable,
                later.gap == null ? gap : later.gap,
                latest(lastAnswer, later.lastAnswer));
    }

    private static Instant latest(Instant one, Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
