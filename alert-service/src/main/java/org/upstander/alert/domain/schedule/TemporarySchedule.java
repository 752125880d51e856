package org.upstander.alert.domain.schedule;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * A span in which neither layers nor overrides count, only these shifts; between them nobody is on
 * call.
 *
 * @param from first instant
 * @param to first instant after it
 * @param shifts within the span
 */
public record TemporarySchedule(Instant from, Instant to, List<Shift> shifts) {

    public TemporarySchedule {
        shifts = List.copyOf(shifts);
    }

    boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    List<String> onCall(Instant at) {
        return shifts.stream()
                .filter(shift -> shift.holds(at))
                .map(Shift::contactId)
                .distinct()
                .toList();
    }

    /** What is left of it before and after a span. */
    List<TemporarySchedule> outside(Instant begin, Instant end) {
        return Stream.of(within(from, earlier(begin, to)), within(later(end, from), to))
                .filter(part -> part.from.isBefore(part.to))
                .toList();
    }

    private TemporarySchedule within(Instant begin, Instant end) {
        return new TemporarySchedule(
                begin,
                end,
                shifts.stream()
                        .map(
                                shift ->
                                        new Shift(
                                                shift.contactId(),
                                                later(shift.from(), begin),
                                                earlier(shift.to(), end)))
                        .filter(shift -> shift.from().isBefore(shift.to()))
                        .toList());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    void addEdges(Collection<Instant> edges) {
        edges.add(from);
        edges.add(to);
        for (Shift shift : shifts) {
            edges.add(shift.from());
            edges.add(shift.to());
        }
    }
}
