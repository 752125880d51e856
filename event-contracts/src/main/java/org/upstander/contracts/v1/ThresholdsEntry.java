package org.upstander.contracts.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * From where on a probability counts, for everybody; a person's own bar ({@link
 * RosterEntry#attackThreshold()}) stands above it. All values are probabilities, 0.01 to 0.99.
 *
 * @param attack least probability of an attack that is one, and pages
 * @param juniorAttack the same for junior staff; at most {@code attack}
 * @param category least probability of a category that is named beside the strongest
 * @param severity from where on an attack is more than the least severe one
 * @param shadow what is tried beside these; pages nobody; or null
 * @param updatedAt when the operator last changed them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ThresholdsEntry(
        double attack,
        double juniorAttack,
        double category,
        Severity severity,
        Shadow shadow,
        Instant updatedAt) {

    /**
     * @param two probability beyond which an attack is at least of severity 2
     * @param three the same for 3
     * @param four the same for 4
     */
    public record Severity(double two, double three, double four) {}

    /** The same values, on trial. */
    public record Shadow(double attack, double juniorAttack, double category, Severity severity) {}
}
