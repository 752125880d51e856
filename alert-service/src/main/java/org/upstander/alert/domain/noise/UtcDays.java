package org.upstander.alert.domain.noise;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Days of any zone as days of UTC, which are rolled up, and the hours by which they differ: of a
 * day of Berlin one or two, of none more than twelve. An hour is of the day in which it begins.
 *
 * @param edges midnights of UTC, one for each edge of the buckets, ascending; the hours between two
 *     of them are counted in the bucket between them
 * @param moves what that counts in another bucket than it belongs to, in the order of time
 */
public record UtcDays(List<Instant> edges, List<Move> moves) {

    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    /**
     * Hours that are counted in one bucket and belong to another.
     *
     * @param from begin of the first, UTC
     * @param to end of the last
     * @param counted from 0; outside of the buckets where they are not counted
     * @param belongs from 0; outside of the buckets where they belong to none
     */
    public record Move(Instant from, Instant to, int counted, int belongs) {

        Stream<Instant> hours() {
            return Stream.iterate(
                    from, hour -> hour.isBefore(to), hour -> hour.plus(1, ChronoUnit.HOURS));
        }
    }

    public UtcDays {
        edges = List.copyOf(edges);
        moves = List.copyOf(moves);
    }

    /**
     * Between two neighbours of all edges, those of UTC among them, all hours are counted in one
     * bucket and belong to one bucket; so nothing is asked of the zone.
     */
    public static UtcDays of(TimeBuckets buckets) {
        List<Instant> belongs = buckets.edges().stream().map(UtcDays::nextFullHour).toList();
        List<Instant> counted = belongs.stream().map(UtcDays::nearestMidnight).toList();
        TreeSet<Instant> all = new TreeSet<>(belongs);
        all.addAll(counted);
        List<Move> moves = new ArrayList<>();
        for (Instant from : all.headSet(all.last())) {
            Move move =
                    new Move(from, all.higher(from), bucket(counted, from), bucket(belongs, from));
            if (move.counted() != move.belongs()) {
                moves.add(move);
            }
        }
        return new UtcDays(counted, moves);
    }

    /** Begin of each hour that is moved. */
    public List<Instant> movedHours() {
        return moves.stream().flatMap(Move::hours).toList();
    }

    private static Instant nextFullHour(Instant edge) {
        Instant hour = edge.truncatedTo(ChronoUnit.HOURS);
        return hour.equals(edge) ? hour : hour.plus(1, ChronoUnit.HOURS);
    }

    private static Instant nearestMidnight(Instant edge) {
        return edge.plus(HALF_A_DAY).truncatedTo(ChronoUnit.DAYS);
    }

    /** Of edges that are the same the last counts: a day that a zone left out is empty. */
    private static int bucket(List<Instant> edges, Instant at) {
        int found = Collections.binarySearch(edges, at);
        if (found < 0) {
            return -found - 2;
        }
        while (found + 1 < edges.size() && edges.get(found + 1).equals(at)) {
            found++;
        }
        return found;
    }
}
