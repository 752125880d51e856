package org.upstander.ingest.application.poll;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.upstander.ingest.domain.Needs;

/** The types of sources that are asked. */
public final class Pollers {

    private final Map<String, Poller> byType;

    /**
     * @param pollers each of another type
     */
    public Pollers(List<Poller> pollers) {
        byType =
                pollers.stream()
                        .collect(Collectors.toUnmodifiableMap(Poller::type, Function.identity()));
    }

    public Optional<Poller> of(String type) {
        return Optional.ofNullable(byType.get(type));
    }

    public Set<String> types() {
        return byType.keySet();
    }

    /**
     * @param listening whether those that listen, or those that answer at once
     */
    Set<String> types(boolean listening) {
        return byType.values().stream()
                .filter(poller -> poller.listens() == listening)
                .map(Poller::type)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** By type. */
    public Map<String, Needs> needs() {
        return byType.values().stream()
                .collect(Collectors.toUnmodifiableMap(Poller::type, Poller::needs));
    }
}
