package org.upstander.alert.application.directory;

/**
 * Thresholds as handed in, unchecked. See {@code ThresholdSettings}.
 *
 * @param shadow null: nothing is on trial
 * @param updatedBy who calls
 */
public record ThresholdsDraft(Values live, Values shadow, String updatedBy) {

    /** Any of them may be null. */
    public record Values(
            Double attack,
            Double juniorAttack,
            Double category,
            Double two,
            Double three,
            Double four) {}
}
