package org.upstander.scoring.suite;

import java.util.List;
import org.upstander.scoring.application.Judge;
import org.upstander.scoring.application.LiveRoster;
import org.upstander.scoring.application.ScorePosts;
import org.upstander.scoring.application.ScoringMetrics;
import org.upstander.scoring.binding.RosterCompiler;
import org.upstander.scoring.domain.StaffMember;
import org.upstander.scoring.text.Folding;
import org.upstander.scoring.text.Lexicon;

/** Scores a suite by the very path that {@code POST /v1/score} takes: fold, bind, judge. */
final class SuiteRun {
    private final ScorePosts scoring;

    SuiteRun(List<StaffMember> staff, Judge judge) {
        LiveRoster roster =
                new LiveRoster(new RosterCompiler(Lexicon.shipped(), RosterReader.HASH));
        roster.replace(staff);
        scoring = new ScorePosts(new Folding(), roster, judge, ScoringMetrics.NOOP);
    }

    List<Outcome> score(List<SuiteCase> cases) {
        return cases.stream().map(c -> new Outcome(c, scoring.score(c.post()))).toList();
    }
}
