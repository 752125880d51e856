package org.upstander.scoring.judgement;

/**
 * From where on a score counts.
 *
 * @param attack least probability of an attack that gets the verdict, 0 to 1
 * @param juniorAttack the same for junior staff; never above {@code attack}
 * @param spam least probability of spam that gets the outcome, 0 to 1
 * @param category least probability of a category that is named, 0 to 1
 */
public record Thresholds(double attack, double juniorAttack, double spam, double category) {

    /** As calibrated on what the shipped model was not trained on. */
    public static final Thresholds SHIPPED = new Thresholds(0.5, 0.5, 0.5, 0.5);
}
