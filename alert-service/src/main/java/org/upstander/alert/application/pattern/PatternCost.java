package org.upstander.alert.application.pattern;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * How long patterns hold up what is recorded together: the sum of their steps, one after the other.
 */
public final class PatternCost {

    private final Clock clock;
    private Duration took = Duration.ZERO;

    public PatternCost(Clock clock) {
        this.clock = clock;
    }

    /** Adds what this step takes, once it is through. */
    public <T> Uni<T> of(Supplier<Uni<T>> step) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            Instant start = clock.instant();
                            return step.get().invoke(() -> took = took.plus(since(start)));
                        });
    }

    private Duration since(Instant start) {
        return Duration.between(start, clock.instant());
    }

    /** Until now. */
    public Duration took() {
        return took;
    }
}
