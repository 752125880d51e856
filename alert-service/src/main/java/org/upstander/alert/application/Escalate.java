package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/**
 * Fires pages that are due. A page, its deliveries and its successor are one transaction, under the
 * incident's lock: however many instances run, a step fires once.
 */
@ApplicationScoped
public class Escalate {

    private final Transactions transactions;
    private final DuePages duePages;
    private final FirePage firePage;
    private final WriteFired writeFired;
    private final FollowShifts followShifts;
    private final Clock clock;

    Escalate(
            Transactions transactions,
            DuePages duePages,
            FirePage firePage,
            WriteFired writeFired,
            FollowShifts followShifts,
            Clock clock) {
        this.transactions = transactions;
        this.duePages = duePages;
        this.firePage = firePage;
        this.writeFired = writeFired;
        this.followShifts = followShifts;
        this.clock = clock;
    }

    /** One round: how many pages were due. */
    public Uni<Integer> runOnce() {
        Instant now = clock.instant();
        return transactions.run(() -> duePages.take(now).chain(round -> fire(round, now)));
    }

    private Uni<Integer> fire(DuePages.Round round, Instant now) {
        if (round.free().isEmpty()) {
            return Uni.createFrom().item(round.taken());
        }
        return followShifts
                .narrow(round.free(), now)
                .chain(pages -> firePage.decide(pages, now))
                .call(fired -> writeFired.write(fired, now))
                .call(fired -> followShifts.plan(round.free(), fired, now))
                .replaceWith(round.taken());
    }
}
