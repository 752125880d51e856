package org.upstander.ingest.domain;

import java.util.List;

/** Decides which scores of another classifier are admitted with a post. */
final class AttributeScoreRules {

    private static final String ALL = "/attributeScores";
    private static final String PROBABILITY = "PROBABILITY";

    private AttributeScoreRules() {}

    static List<AttributeScore> check(Checks checks, List<AttributeScore> scores) {
        if (scores.size() > Limits.ATTRIBUTE_SCORES) {
            checks.add(
                    Violation.over(
                            ALL,
                            Limits.ATTRIBUTE_SCORES,
                            ALL
                                    + " holds more than "
                                    + Limits.ATTRIBUTE_SCORES
                                    + " attributes: leave some out."));
        } else {
            scores.forEach(score -> check(checks, score));
        }
        return scores;
    }

    private static void check(Checks checks, AttributeScore score) {
        if (!AttributeScore.isName(score.name())) {
            notAllowed(
                    checks,
                    ALL,
                    "holds a name that no attribute has: write it as TOXICITY, in at most 64 capitals, digits and _.");
            return;
        }
        String summary = ALL + "/" + score.name() + "/summaryScore";
        if (score.value() == null) {
            checks.missing(
                    summary + "/value", "give the score as {\"summaryScore\":{\"value\":0.9}}.");
        } else if (!(score.value() >= 0 && score.value() <= 1)) {
            notAllowed(checks, summary + "/value", "must lie between 0 and 1.");
        }
        if (score.type() != null && !score.type().equals(PROBABILITY)) {
            notAllowed(
                    checks,
                    summary + "/type",
                    "must be PROBABILITY: leave out the attribute if its score is something else.");
        }
    }

    private static void notAllowed(Checks checks, String pointer, String detail) {
        checks.add(Violation.of(pointer, RejectReason.NOT_ALLOWED, pointer + " " + detail));
    }
}
