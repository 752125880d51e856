package org.upstander.alert.domain.pattern;

import java.time.Duration;

/**
 * What the operator decides about patterns.
 *
 * @param horizon how far back one author's posts on one person are looked at; at least twice the
 *     longest window, or a run that is over could seem to begin again
 * @param most how many of them at most, the newest
 * @param lateness how late a post may come and still be judged in its place
 * @param newcomer how long after they were first seen somebody is new
 */
public record PatternSettings(
        Duration horizon,
        int most,
        Duration lateness,
        Duration newcomer,
        Retaliation.Settings retaliation,
        Brewing.Settings brewing,
        Brewing.Settings crowdBrewing,
        Persistence.Settings persistence,
        PileOnPattern.Settings pileOn,
        OffHours.Settings offHours,
        Approach.Settings approach,
        Campaign.Settings campaign) {

    /**
     * What slow patterns need between their first and their last post at least: posts that are
     * closer to each other make none. A number of different days lies further apart than two days
     * less.
     */
    public Duration apart() {
        return Duration.ofDays(Math.max(0, Math.min(persistence.days(), offHours.nights()) - 2));
    }

    public static final PatternSettings USUAL =
            new PatternSettings(
                    Duration.ofDays(30),
                    200,
                    Duration.ofMinutes(10),
                    Duration.ofDays(7),
                    Retaliation.Settings.USUAL,
                    Brewing.Settings.AUTHOR,
                    Brewing.Settings.CROWD,
                    Persistence.Settings.USUAL,
                    PileOnPattern.Settings.USUAL,
                    OffHours.Settings.USUAL,
                    Approach.Settings.USUAL,
                    Campaign.Settings.USUAL);
}
