package org.upstander.alert.domain.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who is on call when.
 *
 * <pre>
 * layers: the last one that has somebody ──▶ overrides, in their order ──▶ on call
 * temporary schedule, where one holds ─────────────────────────────────────▲
 * </pre>
 *
 * @param id the operator's id
 * @param displayName as shown to colleagues
 * @param zone whose wall time the layers follow
 * @param layers a later one takes the place of those before it whenever it has somebody
 * @param overrides what differs for a while
 * @param temporary spans with shifts of their own; they do not overlap
 */
public record Schedule(
        String id,
        String displayName,
        ZoneId zone,
        List<Layer> layers,
        List<ShiftOverride> overrides,
        List<TemporarySchedule> temporary) {

    public Schedule {
        layers = List.copyOf(layers);
        overrides = List.copyOf(overrides);
        temporary = List.copyOf(temporary);
    }

    /** The ids of who is on call, each once; may be empty. */
    public List<String> onCall(Instant at) {
        return temporary.stream()
                .filter(span -> span.holds(at))
                .findFirst()
                .map(span -> span.onCall(at))
                .orElseGet(() -> usually(at));
    }

    private List<String> usually(Instant at) {
        List<String> people = List.of();
        for (int i = layers.size() - 1; i >= 0 && people.isEmpty(); i--) {
            Optional<String> one = layers.get(i).onCall(at, zone);
            people = one.map(List::of).orElse(people);
        }
        for (ShiftOverride override : overrides) {
            if (override.holds(at)) {
                people = override.apply(people);
            }
        }
        return people;
    }

    /**
     * A stretch of time, cut where somebody comes or goes: without holes, in order, neighbours
     * differ.
     *
     * @param from first instant
     * @param to first instant after it, later than {@code from}
     */
    public List<Span> spans(Instant from, Instant to) {
        TreeSet<Instant> edges = new TreeSet<>(Set.of(from));
        edges.addAll(edges(from, to).subSet(from, to));
        List<Span> spans = new ArrayList<>();
        Instant begin = from;
        List<String> people = onCall(from);
        for (Instant edge : edges) {
            List<String> then = onCall(edge);
            if (!then.equals(people)) {
                spans.add(new Span(begin, edge, people));
                begin = edge;
                people = then;
            }
        }
        spans.add(new Span(begin, to, people));
        return List.copyOf(spans);
    }

    /** The shifts of a stretch of time, cut at its ends, by their beginning. */
    public List<Shift> shifts(Instant from, Instant to) {
        Map<String, Instant> since = new HashMap<>();
        List<Shift> shifts = new ArrayList<>();
        for (Span span : spans(from, to)) {
            end(since, shifts, span.contacts(), span.from());
            span.contacts().forEach(id -> since.putIfAbsent(id, span.from()));
        }
        end(since, shifts, List.of(), to);
        shifts.sort(Comparator.comparing(Shift::from).thenComparing(Shift::contactId));
        return List.copyOf(shifts);
    }

    /** Everybody whom the schedule names. */
    public Set<String> contacts() {
        Set<String> ids = new LinkedHashSet<>();
        layers.forEach(layer -> ids.addAll(layer.contacts()));
        overrides.forEach(override -> ids.add(override.contactId()));
        temporary.forEach(span -> span.shifts().forEach(shift -> ids.add(shift.contactId())));
        return ids;
    }

    /** With these overrides after its own, each once. */
    public Schedule with(Collection<ShiftOverride> more) {
        Set<ShiftOverride> all = new LinkedHashSet<>(overrides);
        all.addAll(more);
        return new Schedule(id, displayName, zone, layers, List.copyOf(all), temporary);
    }

    /** With a temporary schedule, which takes the place of others in its span only. */
    public Schedule with(TemporarySchedule one) {
        List<TemporarySchedule> all = new ArrayList<>();
        temporary.forEach(other -> all.addAll(other.outside(one.from(), one.to())));
        all.add(one);
        all.sort(Comparator.comparing(TemporarySchedule::from));
        return new Schedule(id, displayName, zone, layers, overrides, all);
    }

    private TreeSet<Instant> edges(Instant from, Instant to) {
        TreeSet<Instant> edges = new TreeSet<>();
        layers.forEach(layer -> layer.addEdges(from, to, zone, edges));
        for (ShiftOverride override : overrides) {
            edges.add(override.from());
            edges.add(override.to());
        }
        temporary.forEach(span -> span.addEdges(edges));
        return edges;
    }

    private static void end(
            Map<String, Instant> since, List<Shift> shifts, List<String> stay, Instant at) {
        since.entrySet()
                .removeIf(
                        entry -> {
                            boolean goes = !stay.contains(entry.getKey());
                            if (goes) {
                                shifts.add(new Shift(entry.getKey(), entry.getValue(), at));
                            }
                            return goes;
                        });
    }
}
