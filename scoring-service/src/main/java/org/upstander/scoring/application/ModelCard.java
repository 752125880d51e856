package org.upstander.scoring.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.upstander.scoring.domain.Thresholds;

/**
 * What judges here, and how well.
 *
 * @param model version, part of every assessment's id
 * @param trained when
 * @param figures what was measured on posts that it was not trained on
 * @param thresholds least score, 0 to 1, from which each outcome counts now
 * @param shadow the same, of the thresholds that are tried beside them; null where none are
 */
public record ModelCard(
        String model,
        LocalDate trained,
        List<Figure> figures,
        Map<String, Double> thresholds,
        Map<String, Double> shadow) {

    public ModelCard {
        figures = List.copyOf(figures);
        thresholds = Map.copyOf(thresholds);
        shadow = shadow == null ? null : Map.copyOf(shadow);
    }

    /** The same model under what is in force now. */
    public ModelCard under(LiveThresholds.InForce now) {
        return new ModelCard(
                model,
                trained,
                figures,
                shown(now.live()),
                now.shadow() == null ? null : shown(now.shadow()));
    }

    private static Map<String, Double> shown(Thresholds thresholds) {
        return Map.of(
                "attack", thresholds.attack(),
                "juniorAttack", thresholds.juniorAttack(),
                "spam", thresholds.spam(),
                "category", thresholds.category(),
                "severity2", thresholds.severity().two(),
                "severity3", thresholds.severity().three(),
                "severity4", thresholds.severity().four());
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
