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

/**
 * What a responder had to bear within a week.
 *
 * @param responder id of the contact, else whoever read as the reading names them
 * @param displayName as people call them
 * @param itemsRead texts that were shown to them
 * @param minutesRead how long they sat at them, by {@link Sitting}
 * @param nightsDisturbed nights in which a page reached them
 * @param overBudget whether one of these is more than the budget allows
 */
public record ReviewLoad(
        String responder,
        String displayName,
        long itemsRead,
        long minutesRead,
        long nightsDisturbed,
        boolean overBudget) {

    private static final LocalTime EVENING = LocalTime.of(22, 0);
    private static final LocalTime MORNING = LocalTime.of(7, 0);

    /**
     * What is asked of nobody beyond.
     *
     * @param itemsRead texts within a week
     * @param minutesRead minutes of reading within a week
     * @param nightsDisturbed nights within a week
     */
    public record Budget(long itemsRead, long minutesRead, long nightsDisturbed) {

        boolean exceededBy(long items, long minutes, long nights) {
            return items > itemsRead || minutes > minutesRead || nights > nightsDisturbed;
        }
    }

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
     * A page that reached somebody.
     *
     * @param zone where they live
     */
    public record Page(String responder, String displayName, ZoneId zone, Instant at) {}

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

    /** The load of everybody who bore any, whoever is over budget first, then who read most. */
    public static List<ReviewLoad> of(
            Collection<Read> reads, Collection<Page> pages, Budget budget) {
        Map<String, String> names = new HashMap<>();
        Map<String, Long> items = new HashMap<>();
        Map<String, Duration> times = new HashMap<>();
        Map<String, Long> nights = new HashMap<>();
        for (Read read : reads) {
            names.putIfAbsent(read.responder(), read.displayName());
            items.merge(read.responder(), read.items(), Long::sum);
            times.merge(read.responder(), read.time(), Duration::plus);
        }
        record Disturbed(String responder, LocalDate night) {}
        pages.stream()
                .flatMap(
                        page ->
                                night(page.at(), page.zone()).stream()
                                        .map(night -> new Disturbed(page.responder(), night)))
                .distinct()
                .forEach(one -> nights.merge(one.responder(), 1L, Long::sum));
        pages.stream()
                .filter(page -> nights.containsKey(page.responder()))
                .forEach(page -> names.putIfAbsent(page.responder(), page.displayName()));
        return names.entrySet().stream()
                .map(
                        one ->
                                of(
                                        one.getKey(),
                                        one.getValue(),
                                        items.getOrDefault(one.getKey(), 0L),
                                        times.getOrDefault(one.getKey(), Duration.ZERO).toMinutes(),
                                        nights.getOrDefault(one.getKey(), 0L),
                                        budget))
                .sorted(
                        Comparator.comparing(ReviewLoad::overBudget)
                                .thenComparing(ReviewLoad::itemsRead)
                                .thenComparing(ReviewLoad::nightsDisturbed)
                                .reversed()
                                .thenComparing(ReviewLoad::responder))
                .toList();
    }

    private static ReviewLoad of(
            String responder,
            String displayName,
            long items,
            long minutes,
            long nights,
            Budget budget) {
        return new ReviewLoad(
                responder,
                displayName,
                items,
                minutes,
                nights,
                budget.exceededBy(items, minutes, nights));
    }
}
