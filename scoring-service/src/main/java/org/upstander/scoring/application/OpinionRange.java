package org.upstander.scoring.application;

import java.util.Map;

/**
 * When a second opinion is asked for, and when it counts.
 *
 * @param from least score of an assessment that is uncertain, 0 to 1
 * @param to greatest score of one
 * @param confidence least confidence of an opinion that changes anything, 0 to 1
 * @param attribute whose imported score is a reason to ask as well; null where none is
 * @param atLeast least imported score that is one, 0 to 1
 */
public record OpinionRange(
        double from, double to, double confidence, String attribute, double atLeast) {

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
        if (!(atLeast >= 0 && atLeast <= 1)) {
            throw new IllegalArgumentException(
                    "upstander.scoring.imported.at-least must lie between 0 and 1; got " + atLeast);
        }
    }

    /** Imported scores are no reason to ask. */
    public OpinionRange(double from, double to, double confidence) {
        this(from, to, confidence, null, 1);
    }

    /**
     * Whether somebody is to be asked.
     *
     * @param score of our own judgement
     * @param imported what another classifier said of the same text
     */
    boolean holds(double score, Map<String, Double> imported) {
        boolean hinted = attribute != null && imported.getOrDefault(attribute, -1.0) >= atLeast;
        // A hint is no reason to doubt what is surely an attack.
        return score <= to && (score >= from || hinted);
    }
}
