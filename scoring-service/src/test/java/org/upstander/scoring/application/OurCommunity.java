package org.upstander.scoring.application;

import org.upstander.scoring.binding.RosterCompiler;
import org.upstander.scoring.binding.Rosters;
import org.upstander.scoring.domain.Thresholds;
import org.upstander.scoring.judgement.TargetJudge;
import org.upstander.scoring.text.Folding;
import org.upstander.scoring.text.Lexicon;

/** The people of {@link Rosters}, scored as shipped. */
final class OurCommunity {

    static final RosterSnapshot ROSTER =
            new RosterSnapshot(
                    new RosterCompiler(Lexicon.shipped(), Rosters.HASH)
                            .compile(Rosters.community()),
                    5,
                    1);
    static final ScorePosts SCORE =
            new ScorePosts(
                    new Folding(),
                    () -> ROSTER,
                    TargetJudge.shipped(Thresholds.SHIPPED),
                    ScoringMetrics.NOOP);

    private OurCommunity() {}
}
