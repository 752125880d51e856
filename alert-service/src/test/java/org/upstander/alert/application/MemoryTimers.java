package org.upstander.alert.application;

import static org.upstander.alert.application.MemoryEngine.done;
import static org.upstander.alert.application.MemoryStores.item;
import static org.upstander.alert.application.MemoryStores.port;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.upstander.alert.domain.Acknowledgement;

/** Acknowledgements and timers as maps. */
final class MemoryTimers {

    private final Map<String, List<Acknowledgement>> given = new HashMap<>();
    private final Map<String, Map<TimerStore.Kind, Instant>> timers = new HashMap<>();
    private final Map<String, Duration> pauses = new HashMap<>();
    private final Map<String, Integer> misses = new HashMap<>();

    AcknowledgementStore acknowledgementStore() {
        return port(
                AcknowledgementStore.class,
                (method, in) ->
                        switch (method) {
                            case "of" -> item(List.copyOf(given.getOrDefault(in[0], List.of())));
                            case "add" ->
                                    done(
                                            () ->
                                                    given.computeIfAbsent(
                                                                    (String) in[0],
                                                                    id -> new ArrayList<>())
                                                            .add((Acknowledgement) in[1]));
                            default -> done(() -> given.keySet().removeAll((Collection<?>) in[0]));
                        });
    }

    TimerStore timerStore() {
        return port(
                TimerStore.class,
                (method, in) ->
                        switch (method) {
                            case "set" ->
                                    done(
                                            () ->
                                                    set(
                                                            (String) in[0],
                                                            (TimerStore.Kind) in[1],
                                                            (Instant) in[2]));
                            case "setEvery" -> {
                                pauses.put((String) in[0], (Duration) in[2]);
                                misses.put((String) in[0], 0);
                                set((String) in[0], (TimerStore.Kind) in[1], (Instant) in[3]);
                                yield item(null);
                            }
                            case "again" -> item(again((String) in[0], (Instant) in[2]));
                            case "clear" ->
                                    done(
                                            () ->
                                                    MemoryStores.<String>list(in[0])
                                                            .forEach(
                                                                    id ->
                                                                            timers.getOrDefault(
                                                                                            id,
                                                                                            new HashMap<>())
                                                                                    .keySet()
                                                                                    .removeAll(
                                                                                            (Set<?>)
                                                                                                    in[
                                                                                                            1])));
                            case "move" -> done(() -> {});
                            case "claimDue" -> item(due((Instant) in[0]));
                            default -> throw new UnsupportedOperationException(method);
                        });
    }

    private void set(String id, TimerStore.Kind kind, Instant due) {
        timers.computeIfAbsent(id, one -> new TreeMap<>()).put(kind, due);
    }

    private boolean again(String id, Instant now) {
        boolean there = timers.getOrDefault(id, Map.of()).containsKey(TimerStore.Kind.CHECK_IN);
        if (there) {
            misses.put(id, 0);
            set(id, TimerStore.Kind.CHECK_IN, now.plus(pauses.get(id)));
        }
        return there;
    }

    private int missed(String id, TimerStore.Kind kind) {
        return kind == TimerStore.Kind.CHECK_IN ? misses.merge(id, 1, Integer::sum) : 0;
    }

    private List<TimerStore.Due> due(Instant now) {
        List<TimerStore.Due> due = new ArrayList<>();
        timers.forEach(
                (id, byKind) ->
                        byKind.entrySet()
                                .removeIf(
                                        timer ->
                                                !timer.getValue().isAfter(now)
                                                        && due.add(
                                                                new TimerStore.Due(
                                                                        id,
                                                                        timer.getKey(),
                                                                        "due",
                                                                        missed(
                                                                                id,
                                                                                timer.getKey())))));
        due.stream()
                .filter(one -> one.kind() == TimerStore.Kind.CHECK_IN)
                .forEach(
                        one ->
                                set(
                                        one.incidentId(),
                                        one.kind(),
                                        now.plus(pauses.get(one.incidentId()))));
        return due;
    }
}
