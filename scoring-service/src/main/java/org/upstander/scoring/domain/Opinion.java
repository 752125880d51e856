package org.upstander.scoring.domain;

/**
 * What a second opinion said of an assessment, and what came of it.
 *
 * @param outcome what came of it
 * @param verdict what it said; null where it said nothing that counts
 * @param confidence how sure it is, 0 to 1; null where it said nothing that counts
 */
public record Opinion(OpinionOutcome outcome, Verdict verdict, Double confidence) {

    /** One that was wanted, and did not come. */
    public static Opinion missing(OpinionOutcome why) {
        return new Opinion(why, null, null);
    }
}
