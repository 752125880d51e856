package org.upstander.scoring.suite;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final Set<String> known;

    SuiteRun(List<StaffMember> staff, Judge judge) {
        LiveRoster roster =
                new LiveRoster(new RosterCompiler(Lexicon.shipped(), RosterReader.HASH));
        roster.replace(staff);
        known = staff.stream().map(StaffMember::id).collect(Collectors.toSet());
        scoring = new ScorePosts(new Folding(), roster, judge, ScoringMetrics.NOOP);
    }

    /**
     * @throws BadSuite when a case expects something of somebody who is not on the roster
     */
    List<Outcome> score(List<SuiteCase> cases) {
        cases.forEach(this::check);
        return cases.stream().map(c -> new Outcome(c, scoring.score(c.post()))).toList();
    }

    private void check(SuiteCase given) {
        given.expected().stream()
                .flatMap(List::stream)
                .filter(expected -> !known.contains(expected.staff()))
                .findFirst()
                .ifPresent(
                        stranger -> {
                            throw new BadSuite(
                                    "case %s: staff %s is not on the roster"
                                            .formatted(given.id(), stranger.staff()));
                        });
    }
}
