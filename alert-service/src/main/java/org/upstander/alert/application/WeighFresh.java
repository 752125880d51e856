package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.upstander.alert.application.pattern.PatternCost;
import org.upstander.alert.application.pattern.Seen;
import org.upstander.alert.application.pattern.WeighByPatterns;
import org.upstander.alert.domain.Assessment;

/**
 * Finds what is new in a batch and weighs it by what was before: in the transaction that records
 * it, or ahead of that while something else is waited for.
 */
@ApplicationScoped
class WeighFresh {

    private final Transactions transactions;
    private final AssessmentStore assessments;
    private final WeighByPatterns weighByPatterns;
    private final Clock clock;

    WeighFresh(
            Transactions transactions,
            AssessmentStore assessments,
            WeighByPatterns weighByPatterns,
            Clock clock) {
        this.transactions = transactions;
        this.assessments = assessments;
        this.weighByPatterns = weighByPatterns;
        this.clock = clock;
    }

    /**
     * @param fresh never recorded before
     * @param seen what patterns make of them
     * @param cost of patterns, so far
     */
    record Weighed(List<Assessment> fresh, Seen seen, PatternCost cost) {}

    /**
     * In a transaction of its own, which is over when this ends.
     *
     * @param all each once
     * @param meanwhile what is waited for anyway; costs nothing
     */
    Uni<Weighed> ahead(List<Assessment> all, Uni<Void> meanwhile, Instant now) {
        PatternCost cost = new PatternCost(clock);
        return cost.beside(
                meanwhile,
                () -> transactions.run(() -> in(all, new PatternCost(clock), now)),
                (waited, weighed) -> new Weighed(weighed.fresh(), weighed.seen(), cost));
    }

    /**
     * Within the caller's transaction.
     *
     * @param all each once
     */
    Uni<Weighed> now(List<Assessment> all, Instant now) {
        return in(all, new PatternCost(clock), now);
    }

    /**
     * The same again within the caller's transaction, unless nothing was recorded meanwhile.
     *
     * @param ahead what was seen ahead of it
     */
    Uni<Weighed> still(Weighed ahead, List<Assessment> all, Instant now) {
        return assessments
                .recorded(ids(all))
                .chain(
                        recorded ->
                                without(recorded, all).equals(ahead.fresh())
                                        ? Uni.createFrom().item(ahead)
                                        : now(all, now));
    }

    private Uni<Weighed> in(List<Assessment> all, PatternCost cost, Instant now) {
        // Asked for together, as few come again: of those it is read in vain.
        return cost.beside(
                        assessments.recorded(ids(all)),
                        () -> weighByPatterns.before(all, now),
                        (recorded, background) -> {
                            List<Assessment> fresh = without(recorded, all);
                            return cost.of(() -> weighByPatterns.weigh(fresh, background, now))
                                    .map(seen -> new Weighed(fresh, seen, cost));
                        })
                .flatMap(Function.identity());
    }

    private static List<String> ids(List<Assessment> all) {
        return all.stream().map(Assessment::id).toList();
    }

    private static List<Assessment> without(Set<String> recorded, List<Assessment> all) {
        return all.stream().filter(one -> !recorded.contains(one.id())).toList();
    }
}
