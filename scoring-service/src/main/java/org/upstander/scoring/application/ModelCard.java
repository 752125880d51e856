package org.upstander.scoring.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What judges here, and how well.
 *
 * @param model version, part of every assessment's id
 * @param trained when
 * @param figures what was measured on posts that it was not trained on
 * @param thresholds least score, 0 to 1, from which each outcome counts
 */
public record ModelCard(
        String model, LocalDate trained, List<Figure> figures, Map<String, Double> thresholds) {

    public ModelCard {
        figures = List.copyOf(figures);
        thresholds = Map.copyOf(thresholds);
    }

    /**
     * @param measured on what
     * @param precision share of the alerts that are right, 0 to 1
     * @param recall share of the attacks that are found
     * @param f1 harmonic mean of the two
     * @param pairs share of pairs, an attack and its harmless twin, of which both come out right
     */
    public record Figure(
            String measured, double precision, double recall, double f1, double pairs) {}
}
