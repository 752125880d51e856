package org.upstander.ingest.poll.mastodon;

import java.util.ArrayList;
import java.util.List;
import org.upstander.ingest.application.poll.Polled;

/**
 * What came to be since the last listening.
 *
 * @param statuses in the order in which they came to be, also those that are known
 * @param whole whether these are all; otherwise the next listening goes on behind the last
 * @param failed why there are none; null where it is answered
 */
record Backfill(List<Statuses.Status> statuses, boolean whole, Polled.Failed failed) {

    static final Backfill NOTHING = new Backfill(List.of(), false, null);

    Backfill {
        statuses = List.copyOf(statuses);
    }

    static Backfill failed(Polled.Failed why) {
        return new Backfill(List.of(), false, why);
    }

    /** With one more page; an empty one is the end. */
    Backfill and(List<Statuses.Status> page) {
        List<Statuses.Status> all = new ArrayList<>(statuses);
        all.addAll(page);
        return new Backfill(all, page.isEmpty(), null);
    }

    /** As the beginning: nothing of it is new, and everything from there on will be. */
    Backfill asBeginning() {
        return new Backfill(statuses, true, failed);
    }
}
