package org.upstander.alert.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How much a member of staff had to bear.
 *
 * @param attacks within the last 7 days
 * @param nights within the last 7 days in which one came, from 22:00 to 07:00 where they live
 * @param consecutiveDays days in a row with attacks, up to today or yesterday; at most 35
 * @param overBudget whether one of these is more than the budget allows
 * @param hint what is too much and what to do, a sentence, or null
 */
public record Dose(
        long attacks, long nights, long consecutiveDays, boolean overBudget, String hint) {

    /** Nothing older is looked at. */
    public static final Duration LOOKED_AT = Duration.ofDays(35);

    private static final Duration WEEK = Duration.ofDays(7);

    /**
     * What is asked of nobody beyond.
     *
     * @param attacks within a week
     * @param nights within a week
     * @param consecutiveDays days in a row
     */
    public record Budget(long attacks, long nights, long consecutiveDays) {}

    /**
     * An hour with attacks; it counts for the night and the day in which it begins.
     *
     * @param attacks at least one
     */
    public record Hour(Instant begin, long attacks) {}

    /**
     * @param hours of {@link #LOOKED_AT}, in any order
     * @param zone where they live
     */
    public static Dose of(Collection<Hour> hours, ZoneId zone, Instant now, Budget budget) {
        List<Hour> week =
                hours.stream().filter(hour -> hour.begin().isAfter(now.minus(WEEK))).toList();
        Set<LocalDate> days =
                hours.stream()
                        .map(hour -> hour.begin().atZone(zone).toLocalDate())
                        .collect(Collectors.toSet());
        long attacks = week.stream().mapToLong(Hour::attacks).sum();
        long nights =
                week.stream()
                        .flatMap(hour -> ReviewLoad.night(hour.begin(), zone).stream())
                        .distinct()
                        .count();
        long row = DaysInARow.upTo(now.atZone(zone).toLocalDate(), days);
        String hint =
                Measured.hint(
                        List.of(
                                new Measured(attacks, budget.attacks(), "attacks within 7 days"),
                                new Measured(
                                        nights,
                                        budget.nights(),
                                        "nights with attacks within 7 days"),
                                new Measured(row, budget.consecutiveDays(), "days in a row")),
                        "let a colleague take their place for a while, and ask how they are");
        return new Dose(attacks, nights, row, hint != null, hint);
    }
}
