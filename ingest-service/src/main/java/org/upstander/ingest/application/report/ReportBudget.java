package org.upstander.ingest.application.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many reports one person's link and address may bring: what got into the wrong hands must not
 * bury her contact. Of each instance by itself.
 */
@ApplicationScoped
class ReportBudget {

    static final int MOST = 30;
    static final Duration WITHIN = Duration.ofHours(1);

    private final Map<String, Spent> spent = new ConcurrentHashMap<>();

    /**
     * @param reports of both ways, also those beyond the most
     * @param summedUp whether it was told that there were more
     */
    private record Spent(Instant since, int reports, boolean summedUp) {

        static Spent first(Instant now) {
            return new Spent(now, 1, false);
        }

        Spent next(Instant now) {
            return isOver(now) ? first(now) : new Spent(since, reports + 1, summedUp);
        }

        Spent without(int some) {
            return new Spent(since, Math.max(0, reports - some), summedUp);
        }

        boolean isOver(Instant now) {
            return since.plus(WITHIN).isBefore(now);
        }
    }

    /**
     * @return whether it may be taken
     */
    boolean spend(String staffId, Instant now) {
        return spent.compute(
                                staffId,
                                (id, before) ->
                                        before == null ? Spent.first(now) : before.next(now))
                        .reports()
                <= MOST;
    }

    /** What was spent for nothing, because it comes again. */
    void giveBack(String staffId, int reports) {
        spent.computeIfPresent(staffId, (id, before) -> before.without(reports));
    }

    /** Until when no more is taken, of somebody for whom there were too many. */
    Instant until(String staffId) {
        return spent.get(staffId).since().plus(WITHIN);
    }

    /** Whether it was told already that there were more. */
    boolean isSummedUp(String staffId) {
        return spent.get(staffId).summedUp();
    }

    void summedUp(String staffId) {
        spent.computeIfPresent(
                staffId, (id, before) -> new Spent(before.since(), before.reports(), true));
    }
}
