package org.upstander.scoring.application;

import org.upstander.scoring.domain.BindingKind;
import org.upstander.scoring.domain.Disagreement;
import org.upstander.scoring.domain.OpinionOutcome;
import org.upstander.scoring.domain.Verdict;

/** Counts nothing; a test counts what it is about. */
public abstract class SilentMetrics implements ScoringMetrics {
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
