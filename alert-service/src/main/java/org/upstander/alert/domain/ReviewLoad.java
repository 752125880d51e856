package org.upstander.alert.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How much a responder had to bear within a week.
 *
 * @param responder id of the contact, else whoever read as the reading names them
 * @param displayName as people call them
 * @param itemsRead texts that were shown to them
 * @param minutesRead how long they sat at them, by {@link Sitting}
 * @param nightsDisturbed nights in which a page reached them
 * @param consecutiveDays days in a row on which they read texts or a page reached them, up to today
 *     or yesterday; at most 35
 * @param overBudget whether one of these is more than the budget allows
 * @param hint what is too much and what to do, a sentence, or null
 */
public record ReviewLoad(
        String responder,
        String displayName,
        long itemsRead,
        long minutesRead,
        long nightsDisturbed,
        long consecutiveDays,
        boolean overBudget,
        String hint) {

    /** Days in a row are looked for so long. */
    public static final Duration LOOKED_AT = Duration.ofDays(35);

    private static final Duration WEEK = Duration.ofDays(7);
    private static final LocalTime EVENING = LocalTime.of(22, 0);
    private static final LocalTime MORNING = LocalTime.of(7, 0);

    /**
     * What is asked of nobody beyond.
     *
     * @param itemsRead texts within a week
     * @param minutesRead minutes of reading within a week
     * @param nightsDisturbed nights within a week
     * @param consecutiveDays days in a row
     */
    public record Budget(
            long itemsRead, long minutesRead, long nightsDisturbed, long consecutiveDays) {}

    /**
     * How long reading takes: who reads again before {@code longestPause} is over has read on, and
     * the last reading of a sitting takes {@code lastReading}. Nobody is asked to press a
     * stopwatch.
     */
    public record Sitting(Duration longestPause, Duration lastReading) {
        public static final Sitting USUAL =
                new Sitting(Duration.ofMinutes(10), Duration.ofMinutes(1));
    }

    /**
     * Texts that somebody read.
     *
     * @param time how long that took, by {@link Sitting}
     */
    public record Read(String responder, String displayName, long items, Duration time) {}

    /**
     * A page that reached somebody, or a time at which they read.
     *
     * @param zone where they live
     */
    public record Moment(String responder, String displayName, ZoneId zone, Instant at) {

        LocalDate day() {
            return at.atZone(zone).toLocalDate();
        }
    }

    /** The night that a time falls into, from 22:00 to 07:00, by the day on which it began. */
    static Optional<LocalDate> night(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        if (!local.toLocalTime().isBefore(EVENING)) {
            return Optional.of(local.toLocalDate());
        }
        return local.toLocalTime().isBefore(MORNING)
                ? Optional.of(local.toLocalDate().minusDays(1))
                : Optional.empty();
    }

    /**
     * All that is known of everybody.
     *
     * @param reads within the week
     * @param pages within {@link #LOOKED_AT}
     * @param readings when texts were read, within {@link #LOOKED_AT}
     */
    public record Known(
            Collection<Read> reads, Collection<Moment> pages, Collection<Moment> readings) {}

    /** The load of everybody who bore any, whoever is over budget first, then who read most. */
    public static List<ReviewLoad> of(Known known, Budget budget, Instant now) {
        Map<String, String> names = new HashMap<>();
        Map<String, Long> items = new HashMap<>();
        Map<String, Duration> times = new HashMap<>();
        for (Read read : known.reads()) {
            names.putIfAbsent(read.responder(), read.displayName());
            items.merge(read.responder(), read.items(), Long::sum);
            times.merge(read.responder(), read.time(), Duration::plus);
        }
        Map<String, Long> nights = nights(known.pages(), now.minus(WEEK));
        Map<String, Long> rows = inARow(known, now);
        Stream.concat(known.pages().stream(), known.readings().stream())
                .filter(
                        one ->
                                nights.containsKey(one.responder())
                                        || rows.getOrDefault(one.responder(), 0L)
                                                > budget.consecutiveDays())
                .forEach(one -> names.putIfAbsent(one.responder(), one.displayName()));
        return names.entrySet().stream()
                .map(
                        one ->
                                of(
                                        one.getKey(),
                                        one.getValue(),
                                        List.of(
                                                new Measured(
                                                        items.getOrDefault(one.getKey(), 0L),
                                                        budget.itemsRead(),
                                                        "texts read within 7 days"),
                                                new Measured(
                                                        times.getOrDefault(
                                                                        one.getKey(), Duration.ZERO)
                                                                .toMinutes(),
                                                        budget.minutesRead(),
                                                        "minutes of reading within 7 days"),
                                                new Measured(
                                                        nights.getOrDefault(one.getKey(), 0L),
                                                        budget.nightsDisturbed(),
                                                        "nights disturbed within 7 days"),
                                                new Measured(
                                                        rows.getOrDefault(one.getKey(), 0L),
                                                        budget.consecutiveDays(),
                                                        "days in a row"))))
                .sorted(
                        Comparator.comparing(ReviewLoad::overBudget)
                                .thenComparing(ReviewLoad::itemsRead)
                                .thenComparing(ReviewLoad::nightsDisturbed)
                                .reversed()
                                .thenComparing(ReviewLoad::responder))
                .toList();
    }

    private static Map<String, Long> nights(Collection<Moment> pages, Instant from) {
        record Disturbed(String responder, LocalDate night) {}
        return pages.stream()
                .filter(page -> !page.at().isBefore(from))
                .flatMap(
                        page ->
                                night(page.at(), page.zone()).stream()
                                        .map(night -> new Disturbed(page.responder(), night)))
                .distinct()
                .collect(Collectors.groupingBy(Disturbed::responder, Collectors.counting()));
    }

    private static Map<String, Long> inARow(Known known, Instant now) {
        Map<String, List<Moment>> moments =
                Stream.concat(known.pages().stream(), known.readings().stream())
                        .collect(Collectors.groupingBy(Moment::responder));
        Map<String, Long> rows = new HashMap<>();
        moments.forEach(
                (responder, all) -> {
                    Set<LocalDate> days = all.stream().map(Moment::day).collect(Collectors.toSet());
                    LocalDate today = now.atZone(all.get(0).zone()).toLocalDate();
                    rows.put(responder, DaysInARow.upTo(today, days));
                });
        return rows;
    }

    private static ReviewLoad of(String responder, String displayName, List<Measured> measured) {
        String hint =
                Measured.hint(measured, "hand the next ones over to somebody else for a while");
        return new ReviewLoad(
                responder,
                displayName,
                measured.get(0).value(),
                measured.get(1).value(),
                measured.get(2).value(),
                measured.get(3).value(),
                hint != null,
                hint);
    }
}
