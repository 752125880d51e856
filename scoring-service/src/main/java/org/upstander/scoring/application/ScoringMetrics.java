package org.upstander.scoring.application;

import org.upstander.scoring.domain.BindingKind;
import org.upstander.scoring.domain.Disagreement;
import org.upstander.scoring.domain.OpinionOutcome;
import org.upstander.scoring.domain.Verdict;

/**
 * What scoring counts.
 *
 * <p>scored = posts that went through the use case; spam ≤ scored. assessed, summed over verdicts =
 * bound, summed over kinds = mentions; one post may have several. disagreed ≤ assessed. A share of
 * attacks among assessed that jumps, or bound falling to zero while scored goes on, wants a look (a
 * broken feed, an empty roster). Called on the hot path: implementations only count.
 */
public interface ScoringMetrics {

    ScoringMetrics NOOP = new Silent();

    /** One post went through. */
    void scored(boolean spam, int mentions);

    /** Names in one post of which nothing says whom of several they mean. */
    void ambiguous(int names);

    /** One mention was judged. */
    void assessed(Verdict verdict, int severity, BindingKind how);

    /** A second opinion was wanted on one mention; {@link #assessed} follows. */
    void secondOpinion(OpinionOutcome outcome);

    /** The thresholds on trial would have decided otherwise about one mention. */
    void disagreed(Disagreement kind);

    /** Counts nothing, or only what a subclass is about. */
    class Silent implements ScoringMetrics {
        @Override
        public void scored(boolean spam, int mentions) {}

        @Override
        public void ambiguous(int names) {}

        @Override
        public void assessed(Verdict verdict, int severity, BindingKind how) {}

        @Override
        public void secondOpinion(OpinionOutcome outcome) {}

        @Override
        public void disagreed(Disagreement kind) {}
    }
}
