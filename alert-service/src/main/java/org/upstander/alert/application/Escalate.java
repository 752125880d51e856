package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Fires pages that are due. A page, its deliveries and its successor are one transaction, under the
 * incident's lock: however many instances run, a step fires once.
 */
@ApplicationScoped
public class Escalate {

    private final Transactions transactions;
    private final PageStore pages;
    private final FirePage firePage;
    private final WriteFired writeFired;
    private final EngineSettings settings;
    private final Clock clock;

    Escalate(
            Transactions transactions,
            PageStore pages,
            FirePage firePage,
            WriteFired writeFired,
            EngineSettings settings,
            Clock clock) {
        this.transactions = transactions;
        this.pages = pages;
        this.firePage = firePage;
        this.writeFired = writeFired;
        this.settings = settings;
        this.clock = clock;
    }

    /** One round: how many pages fired. */
    public Uni<Integer> runOnce() {
        Instant now = clock.instant();
        return transactions.run(
                () -> pages.claimDue(now, settings.pagesAtOnce()).chain(due -> fire(due, now)));
    }

    private Uni<Integer> fire(List<PageStore.DuePage> due, Instant now) {
        if (due.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return firePage.decide(due, now)
                .chain(fired -> writeFired.write(fired, now))
                .replaceWith(due.size());
    }
}
