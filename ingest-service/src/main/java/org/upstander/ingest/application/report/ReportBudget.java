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

    private record Spent(Instant since, int reports) {

        Spent without() {
            return new Spent(since, reports - 1);
        }

        Spent next(Instant now) {
            return since.plus(WITHIN).isBefore(now)
                    ? new Spent(now, 1)
                    : new Spent(since, reports + 1);
        }
    }

    /**
     * @return whether it may be taken
     */
    boolean spend(String staffId, Instant now) {
        return spent.compute(
                                staffId,
                                (id, before) ->
                                        before == null ? new Spent(now, 1) : before.next(now))
                        .reports()
                <= MOST;
    }

    /** One that was spent for nothing. */
    void giveBack(String staffId) {
        spent.computeIfPresent(staffId, (id, before) -> before.without());
    }
}
