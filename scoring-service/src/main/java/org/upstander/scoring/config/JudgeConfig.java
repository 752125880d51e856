package org.upstander.scoring.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/**
 * From where on the judge's probabilities count. The defaults are those that the shipped model was
 * calibrated and measured with; another value trades misses for false alarms. The same post keeps
 * its assessment's id, so alert-service does not take it a second time when a value changes.
 */
@ConfigMapping(prefix = "upstander.scoring.judge")
public interface JudgeConfig {

    /** Least probability of an attack that is one, and pages. */
    @WithDefault("0.6")
    @DecimalMin("0.01")
    @DecimalMax("0.99")
    double attack();

    /** The same for junior staff, who are to be helped early; at most {@link #attack()}. */
    @WithDefault("0.4")
    @DecimalMin("0.01")
    @DecimalMax("0.99")
    double juniorAttack();

    /** Least probability of spam that is spam. High, because spam hides an attack. */
    @WithDefault("0.75")
    @DecimalMin("0.5")
    @DecimalMax("0.99")
    double spam();

    /** Least probability of a category that is named beside the strongest one. */
    @WithDefault("0.5")
    @DecimalMin("0.01")
    @DecimalMax("0.99")
    double category();

    /** How severe an attack is. */
    Severity severity();

    /**
     * An attack has severity 1 and goes up a step as long as the next step's probability is above
     * its threshold.
     */
    interface Severity {

        /** Probability beyond which an attack is at least serious: severity 2. */
        @WithDefault("0.5")
        @DecimalMin("0.01")
        @DecimalMax("0.99")
        double two();

        /** Probability beyond which severity is at least 3. */
        @WithDefault("0.5")
        @DecimalMin("0.01")
        @DecimalMax("0.99")
        double three();

        /** Probability beyond which severity is 4, say a credible threat. */
        @WithDefault("0.5")
        @DecimalMin("0.01")
        @DecimalMax("0.99")
        double four();
    }
}
