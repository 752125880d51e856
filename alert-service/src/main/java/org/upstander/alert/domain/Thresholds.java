package org.upstander.alert.domain;

/**
 * From where on a probability counts; all 0.01 to 0.99.
 *
 * @param attack least probability of an attack that is one, and pages
 * @param juniorAttack the same for junior staff, who are to be helped early; at most {@code attack}
 * @param category least probability of a category that is named beside the strongest
 * @param severity from where on an attack is more than the least severe one
 */
public record Thresholds(double attack, double juniorAttack, double category, Severity severity) {

    /**
     * @param two probability beyond which an attack is at least of severity 2
     * @param three the same for 3
     * @param four the same for 4
     */
    public record Severity(double two, double three, double four) {}
}
