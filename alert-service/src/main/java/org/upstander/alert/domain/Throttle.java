package org.upstander.alert.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How often somebody may be disturbed: a pure decision over what was sent so far.
 *
 * @param limits all of them hold
 */
public record Throttle(List<Limit> limits) {

    /**
     * @param most messages within any window of this length, at least 1
     * @param window begins with a message and does not include the time that is this much later
     */
    public record Limit(int most, Duration window) {}

    public Throttle {
        limits = List.copyOf(limits);
    }

    /** How far back the log must reach. */
    public Duration memory() {
        return limits.stream()
                .map(Limit::window)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /**
     * @param sent when messages were sent, in any order; as far back as {@link #memory()}
     * @return when the next one may be sent, or empty where it may be now
     */
    public Optional<Instant> waitUntil(Collection<Instant> sent, Instant now) {
        List<Instant> newest = sent.stream().sorted(Comparator.reverseOrder()).toList();
        return limits.stream()
                .flatMap(limit -> free(limit, newest))
                .max(Comparator.naturalOrder())
                .filter(free -> free.isAfter(now));
    }

    /** When the message that fills this limit leaves its window. */
    private static Stream<Instant> free(Limit limit, List<Instant> newest) {
        return newest.size() < limit.most()
                ? Stream.empty()
                : Stream.of(newest.get(limit.most() - 1).plus(limit.window()));
    }
}
