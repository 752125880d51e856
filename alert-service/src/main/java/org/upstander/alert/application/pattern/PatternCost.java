package org.upstander.alert.application.pattern;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
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

    /**
     * Adds what this step takes longer than something else that is done meanwhile.
     *
     * @param with what is made of both
     */
    public <A, B, C> Uni<C> beside(Uni<A> other, Supplier<Uni<B>> step, BiFunction<A, B, C> with) {
        AtomicReference<Instant> alone = new AtomicReference<>();
        return Uni.combine()
                .all()
                .unis(
                        other.invoke(() -> alone.set(clock.instant())),
                        Uni.createFrom().deferred(step::get))
                .with(
                        (one, another) -> {
                            took = took.plus(since(alone.get()));
                            return with.apply(one, another);
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
