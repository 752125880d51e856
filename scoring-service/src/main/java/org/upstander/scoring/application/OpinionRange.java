package org.upstander.scoring.application;

/**
 * When a second opinion is asked for, and when it counts.
 *
 * @param from least score of an assessment that is uncertain, 0 to 1
 * @param to greatest score of one
 * @param confidence least confidence of an opinion that changes anything, 0 to 1
 */
public record OpinionRange(double from, double to, double confidence) {

    public OpinionRange {
        if (!(from >= 0 && from <= to && to <= 1)) {
            throw new IllegalArgumentException(
                    "upstander.scoring.second-opinion: 0 <= from <= to <= 1 must hold; got from="
                            + from
                            + " and to="
                            + to);
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException(
                    "upstander.scoring.second-opinion.confidence must lie between 0 and 1; got "
                            + confidence);
        }
    }

    boolean holds(double score) {
        return score >= from && score <= to;
    }
}
