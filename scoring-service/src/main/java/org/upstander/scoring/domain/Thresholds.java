package org.upstander.scoring.domain;

/**
 * From where on a score counts; all are probabilities, 0 to 1.
 *
 * @param attack least score that gets the verdict
 * @param juniorAttack the same for junior staff, who are to be helped early
 * @param spam least score that gets the outcome; high, because spam hides an attack
 * @param category least score of a category that is named beside the strongest
 * @param severity from where on an attack is more than the least severe one
 */
public record Thresholds(
        double attack, double juniorAttack, double spam, double category, Severity severity) {

    /** As calibrated on what the shipped model was not trained on. */
    public static final Thresholds SHIPPED =
            new Thresholds(0.6, 0.4, 0.75, 0.5, new Severity(0.5, 0.5, 0.5));

    public Thresholds {
        for (double value : new double[] {attack, juniorAttack, spam, category}) {
            probability(value);
        }
        if (juniorAttack > attack) {
            throw new IllegalArgumentException(
                    "The threshold for junior staff is there to help early: it must not exceed "
                            + attack
                            + "; got "
                            + juniorAttack);
        }
    }

    /** Least score that is an attack on this person: their own bar where they have one. */
    public double bar(Mention target) {
        if (target.attackThreshold() != null) {
            return target.attackThreshold();
        }
        return target.junior() ? juniorAttack : attack;
    }

    /**
     * Probabilities beyond which the next step is taken.
     *
     * @param two from severity 1 to 2
     * @param three from 2 to 3
     * @param four from 3 to 4
     */
    public record Severity(double two, double three, double four) {

        public Severity {
            for (double value : new double[] {two, three, four}) {
                probability(value);
            }
        }

        /** The model's margin beyond which the step to {@code severity} is taken. */
        public double margin(int severity) {
            double p = severity == 2 ? two : severity == 3 ? three : four;
            return Math.log(p / (1 - p));
        }
    }

    private static void probability(double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(
                    "A threshold must lie between 0 and 1, both excluded; got " + value);
        }
    }
}
