package org.upstander.alert.application.pattern;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.upstander.alert.application.Transactions;

/**
 * Looks again at whom a pair of an author and a member of staff concerns: for what only shows when
 * all posts of a time are there, and for what came late.
 */
@ApplicationScoped
public class Reconsider {

    private static final int AT_ONCE = 16;

    private final Transactions transactions;
    private final PatternWatch watch;
    private final LookAtAuthor lookAtAuthor;
    private final LookAtCrowd lookAtCrowd;
    private final LookAtAttempts lookAtAttempts;
    private final Clock clock;

    Reconsider(
            Transactions transactions,
            PatternWatch watch,
            LookAtAuthor lookAtAuthor,
            LookAtCrowd lookAtCrowd,
            LookAtAttempts lookAtAttempts,
            Clock clock) {
        this.transactions = transactions;
        this.watch = watch;
        this.lookAtAuthor = lookAtAuthor;
        this.lookAtCrowd = lookAtCrowd;
        this.lookAtAttempts = lookAtAttempts;
        this.clock = clock;
    }

    /** One round: how many pairs were looked at. */
    public Uni<Integer> runOnce() {
        Instant now = clock.instant();
        return transactions.run(
                () ->
                        watch.take(now, AT_ONCE)
                                .chain(due -> look(due, now).replaceWith(due.size())));
    }

    private Uni<List<Void>> look(List<PatternWatch.Due> due, Instant now) {
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(one -> look(one, now))
                .collect()
                .asList();
    }

    private Uni<Void> look(PatternWatch.Due due, Instant now) {
        Pair pair = due.pair();
        if (pair.isWhomever()) {
            return watch.watchAllOf(
                    pair.account(),
                    now.minus(LookAgainAfter.LATE),
                    LookAgainAfter.unseenSince(due.dueAt()),
                    now);
        }
        return pair.isEverybody()
                ? lookAtCrowd.now(pair, now)
                : lookAtAuthor.now(pair, now).chain(() -> lookAtAttempts.now(pair, now));
    }
}
