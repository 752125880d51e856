package org.upstander.alert.domain.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * People who take turns. From {@code start} on there is exactly one of them at each instant of the
 * layer's hours; before it there is nobody.
 *
 * <p>A turn ends at wall time, so a turn of a day may last 23 or 25 hours. Months are counted from
 * the start: a rotation that began on the 31st hands over on the last day of shorter months and on
 * the 31st again after them.
 *
 * @param every unit of a turn
 * @param length units of a turn, at least 1
 * @param start of the first turn, in the schedule's zone
 * @param contacts ids in the order of their turns, at least one
 * @param hours in which the layer holds, or empty: always. Turns go on outside them
 */
public record Layer(
        Unit every, int length, LocalDateTime start, List<String> contacts, List<Hours> hours) {

    public Layer {
        if (length < 1 || contacts.isEmpty()) {
            throw new IllegalArgumentException("a layer has turns and people to take them");
        }
        contacts = List.copyOf(contacts);
        hours = hours == null ? List.of() : List.copyOf(hours);
    }

    /** Whose turn it is; empty before the start and outside the hours. */
    Optional<String> onCall(Instant at, ZoneId zone) {
        if (at.isBefore(beginning(0, zone)) || !holds(at, zone)) {
            return Optional.empty();
        }
        return Optional.of(contacts.get((int) (turn(at, zone) % contacts.size())));
    }

    /** The instants of a span at which the layer may change, and perhaps some beyond it. */
    void addEdges(Instant from, Instant to, ZoneId zone, Collection<Instant> edges) {
        long turn = at(from, zone);
        for (Instant begin = beginning(turn, zone);
                begin.isBefore(to);
                begin = beginning(++turn, zone)) {
            edges.add(begin);
        }
        hours.forEach(some -> some.addEdges(from, to, zone, edges));
    }

    private long at(Instant from, ZoneId zone) {
        return from.isBefore(beginning(0, zone)) ? 0 : turn(from, zone);
    }

    private boolean holds(Instant at, ZoneId zone) {
        return hours.isEmpty() || hours.stream().anyMatch(some -> some.hold(at, zone));
    }

    /** The last turn that has begun. A guess by the wall clock is at most an overlap wrong. */
    private long turn(Instant at, ZoneId zone) {
        long turn = every.chrono().between(start, WallTime.local(at, zone)) / length;
        while (turn > 0 && beginning(turn, zone).isAfter(at)) {
            turn--;
        }
        while (!beginning(turn + 1, zone).isAfter(at)) {
            turn++;
        }
        return turn;
    }

    private Instant beginning(long turn, ZoneId zone) {
        return WallTime.instant(start.plus(turn * length, every.chrono()), zone);
    }
}
