package org.upstander.alert.domain.noise;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Stretches of time that follow one another.
 *
 * @param edges begin of each, and the end of the last; at least two, ascending
 * @param size of each
 * @param zone in which days are days
 */
public record TimeBuckets(List<Instant> edges, Size size, ZoneId zone) {

    /** How long one is. */
    public enum Size {
        /** Of UTC, wherever somebody lives. */
        HOUR,
        /** From midnight to midnight; 23 or 25 hours when the clocks change. */
        DAY,
        /** All of it. */
        ALL;

        /** As on the wire. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public TimeBuckets {
        edges = List.copyOf(edges);
        if (edges.size() < 2) {
            throw new IllegalArgumentException("there is at least one bucket");
        }
    }

    /**
     * The buckets from that of {@code from} to that of the last instant before {@code to}, whole.
     *
     * @param to after {@code from}
     */
    public static TimeBuckets of(Instant from, Instant to, ZoneId zone, Size size) {
        return switch (size) {
            case HOUR -> hours(from, to, zone);
            case DAY -> days(from, to, zone);
            case ALL -> new TimeBuckets(List.of(from, to), size, zone);
        };
    }

    private static TimeBuckets hours(Instant from, Instant to, ZoneId zone) {
        List<Instant> edges = new ArrayList<>();
        Instant edge = from.truncatedTo(ChronoUnit.HOURS);
        edges.add(edge);
        while (edge.isBefore(to)) {
            edge = edge.plus(1, ChronoUnit.HOURS);
            edges.add(edge);
        }
        return new TimeBuckets(edges, Size.HOUR, zone);
    }

    private static TimeBuckets days(Instant from, Instant to, ZoneId zone) {
        List<Instant> edges = new ArrayList<>();
        LocalDate day = from.atZone(zone).toLocalDate();
        Instant edge = day.atStartOfDay(zone).toInstant();
        edges.add(edge);
        while (edge.isBefore(to)) {
            day = day.plusDays(1);
            edge = day.atStartOfDay(zone).toInstant();
            edges.add(edge);
        }
        return new TimeBuckets(edges, Size.DAY, zone);
    }

    /** How many. */
    public int count() {
        return edges.size() - 1;
    }

    /** Begin of one, from 0. */
    public Instant begin(int bucket) {
        return edges.get(bucket);
    }

    /** Which one an instant is in, from 0. */
    public int indexOf(Instant at) {
        int found = Collections.binarySearch(edges, at);
        int bucket = found < 0 ? -found - 2 : found;
        if (bucket < 0 || bucket >= count()) {
            throw new IllegalArgumentException(at + " is in none of the buckets");
        }
        return bucket;
    }

    /** Begin of the first. */
    public Instant from() {
        return edges.get(0);
    }

    /** End of the last. */
    public Instant to() {
        return edges.get(edges.size() - 1);
    }

    /** The same with more before the first: as many days, or hours of so many days. */
    public TimeBuckets withDaysBefore(int days) {
        Instant from =
                size == Size.DAY
                        ? from().atZone(zone)
                                .toLocalDate()
                                .minusDays(days)
                                .atStartOfDay(zone)
                                .toInstant()
                        : from().minus(days, ChronoUnit.DAYS);
        return of(from, to(), zone, size);
    }
}
