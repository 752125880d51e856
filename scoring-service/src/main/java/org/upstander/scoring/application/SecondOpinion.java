package org.upstander.scoring.application;

import java.util.EnumSet;
import java.util.Set;
import org.upstander.scoring.application.Adviser.Advice;
import org.upstander.scoring.domain.Assessment;
import org.upstander.scoring.domain.Category;
import org.upstander.scoring.domain.Explanation;
import org.upstander.scoring.domain.Opinion;
import org.upstander.scoring.domain.OpinionOutcome;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.Verdict;

/**
 * Asks an adviser where the judge is uncertain. The adviser may make an attack of what was none,
 * and take back an attack, but none whose loss could hurt somebody: the text that it reads is
 * written by the attacker, who may tell it what to say. Without an answer the judgement stands.
 */
public final class SecondOpinion implements Reviewer {
    private static final int SEVERE = 3;
    private static final Set<Category> NEVER_TAKEN_BACK =
            EnumSet.of(Category.THREAT, Category.DOXXING, Category.STALKING, Category.INCITEMENT);

    private final Judge judge;
    private final Anonymiser anonymiser;
    private final Adviser adviser;
    private final OpinionRange range;
    private final OpinionBudget budget;
    private final ScoringMetrics metrics;

    public SecondOpinion(
            Judge judge,
            Anonymiser anonymiser,
            Adviser adviser,
            OpinionRange range,
            OpinionBudget budget,
            ScoringMetrics metrics) {
        this.judge = judge;
        this.anonymiser = anonymiser;
        this.adviser = adviser;
        this.range = range;
        this.budget = budget;
        this.metrics = metrics;
    }

    @Override
    public Assessment review(Assessment judged, MentionInPost mention) {
        if (!isUncertain(judged, mention.post())) {
            return judged;
        }
        Opinion opinion = opinion(judged, mention);
        metrics.secondOpinion(opinion.outcome());
        return explained(changed(judged, opinion, mention), opinion);
    }

    /** What a rule decided is certain, whatever its score. */
    private boolean isUncertain(Assessment judged, Post post) {
        boolean ruled = judged.explanation() != null && judged.explanation().rule() != null;
        return !ruled && range.holds(judged.score(), post.importedScores());
    }

    private Opinion opinion(Assessment judged, MentionInPost mention) {
        long taken = budget.take();
        if (taken < 0) {
            return Opinion.missing(OpinionOutcome.OVER_BUDGET);
        }
        Advice advice = adviser.ask(anonymiser.anonymous(mention), mention.target().answered());
        budget.waitedSince(taken);
        if (advice instanceof Advice.Missing missing) {
            return Opinion.missing(missing.why());
        }
        Advice.Given given = (Advice.Given) advice;
        return new Opinion(outcome(judged, given), given.verdict(), given.confidence());
    }

    private OpinionOutcome outcome(Assessment judged, Advice.Given given) {
        boolean attack = judged.verdict() == Verdict.ATTACK;
        if (attack == (given.verdict() == Verdict.ATTACK)) {
            return OpinionOutcome.AGREED;
        }
        if (given.confidence() < range.confidence()) {
            return OpinionOutcome.UNSURE;
        }
        if (!attack) {
            return OpinionOutcome.RAISED;
        }
        return mayBeTakenBack(judged) ? OpinionOutcome.LOWERED : OpinionOutcome.REFUSED_TO_LOWER;
    }

    private static boolean mayBeTakenBack(Assessment attack) {
        return attack.severity() < SEVERE
                && attack.categories().stream()
                        .noneMatch(c -> NEVER_TAKEN_BACK.contains(c.category()));
    }

    private Assessment changed(Assessment judged, Opinion opinion, MentionInPost mention) {
        return switch (opinion.outcome()) {
            case RAISED ->
                    judge.asAttack(
                            judged,
                            mention.post(),
                            mention.text(),
                            mention.target(),
                            mention.all());
            case LOWERED -> judged.harmless(withoutPraise(opinion.verdict()));
            default -> judged;
        };
    }

    /** What looked like an attack is not counted as support, whatever the adviser makes of it. */
    private static Verdict withoutPraise(Verdict verdict) {
        return verdict == Verdict.SUPPORTIVE ? Verdict.NEUTRAL : verdict;
    }

    private static Assessment explained(Assessment assessment, Opinion opinion) {
        Explanation why = assessment.explanation();
        return why == null ? assessment : assessment.with(why.with(opinion));
    }
}
