package org.upstander.scoring.judgement;

/**
 * From where on a score counts; all are probabilities, 0 to 1.
 *
 * @param attack least score that gets the verdict
 * @param juniorAttack the same for junior staff, who are to be helped early
 * @param spam least score that gets the outcome; high, because spam hides an attack
 * @param category least score of a category that is named beside the strongest
 */
public record Thresholds(double attack, double juniorAttack, double spam, double category) {

    /** As calibrated on what the shipped model was not trained on. */
    public static final Thresholds SHIPPED = new Thresholds(0.5, 0.4, 0.75, 0.5);

    public Thresholds {
        for (double value : new double[] {attack, juniorAttack, spam, category}) {
            if (!(value > 0 && value < 1)) {
                throw new IllegalArgumentException(
                        "A threshold must lie between 0 and 1, both excluded; got " + value);
            }
        }
    }
}
