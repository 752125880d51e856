package org.upstander.alert.application;

import static org.upstander.alert.application.MemoryEngine.done;
import static org.upstander.alert.application.MemoryStores.item;
import static org.upstander.alert.application.MemoryStores.port;

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
                            case "set", "setEvery" ->
                                    done(
                                            () ->
                                                    timers.computeIfAbsent(
                                                                    (String) in[0],
                                                                    id -> new TreeMap<>())
                                                            .put(
                                                                    (TimerStore.Kind) in[1],
                                                                    (Instant) in[in.length - 2]));
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
                                                                        "due"))));
        return due;
    }
}
