package org.upstander.scoring.judgement;

import java.util.List;
import org.upstander.scoring.application.LiveRoster;
import org.upstander.scoring.application.LiveThresholds;
import org.upstander.scoring.application.ScorePosts;
import org.upstander.scoring.application.ScoringMetrics;
import org.upstander.scoring.binding.RosterCompiler;
import org.upstander.scoring.binding.Rosters;
import org.upstander.scoring.domain.StaffMember;
import org.upstander.scoring.domain.Thresholds;
import org.upstander.scoring.text.Folding;
import org.upstander.scoring.text.Lexicon;

/** The shipped models behind a roster of a test's own. */
final class JudgeInTest {

    private JudgeInTest() {}

    static ScorePosts scoring(List<StaffMember> staff) {
        return scoring(staff, new LiveThresholds(Thresholds.SHIPPED), ScoringMetrics.NOOP);
    }

    static ScorePosts scoring(
            List<StaffMember> staff, LiveThresholds thresholds, ScoringMetrics metrics) {
        LiveRoster roster = new LiveRoster(new RosterCompiler(Lexicon.shipped(), Rosters.HASH));
        roster.replace(staff);
        return new ScorePosts(new Folding(), roster, TargetJudge.shipped(thresholds), metrics);
    }
}
