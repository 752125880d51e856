package org.upstander.alert.domain.schedule;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

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

    void addEdges(Collection<Instant> edges) {
        edges.add(from);
        edges.add(to);
        for (Shift shift : shifts) {
            edges.add(shift.from());
            edges.add(shift.to());
        }
    }
}
