package org.upstander.alert.application.pattern;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * What patterns take of what is recorded together: the sum of their steps, one after the other. How
 * long they hold it up, and how long they work, be it beside something that is waited for anyway.
 */
public final class PatternCost {

    private final Clock clock;
    private Duration heldUp = Duration.ZERO;
    private Duration worked = Duration.ZERO;

    public PatternCost(Clock clock) {
        this.clock = clock;
    }

    /** Adds what this step takes, once it is through. */
    public <T> Uni<T> of(Supplier<Uni<T>> step) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            Instant start = clock.instant();
                            return step.get().invoke(() -> both(since(start)));
                        });
    }

    private void both(Duration time) {
        heldUp = heldUp.plus(time);
        worked = worked.plus(time);
    }

    /**
     * Adds how long this step works, and to what it holds up how long it keeps the thread busy, and
     * what is waited for it after that and after something else that is begun before.
     *
     * @param with what is made of both
     */
    public <A, B, C> Uni<C> beside(Uni<A> other, Supplier<Uni<B>> step, BiFunction<A, B, C> with) {
        Meanwhile meanwhile = new Meanwhile();
        return Uni.combine()
                .all()
                .unis(other.invoke(meanwhile::otherDone), meanwhile.begin(step))
                .with(
                        (one, another) -> {
                            heldUp = heldUp.plus(meanwhile.heldUp());
                            worked = worked.plus(meanwhile.worked());
                            return with.apply(one, another);
                        });
    }

    /** When what happened of two things at once. */
    private final class Meanwhile {

        private Instant begun;
        private Instant free;
        private Instant done;
        private Instant otherDone;

        void otherDone() {
            otherDone = clock.instant();
        }

        <B> Uni<B> begin(Supplier<Uni<B>> step) {
            return Uni.createFrom()
                    .emitter(
                            emitter -> {
                                begun = clock.instant();
                                step.get()
                                        .invoke(() -> done = clock.instant())
                                        .subscribe()
                                        .with(emitter::complete, emitter::fail);
                                free = clock.instant();
                            });
        }

        /** Without a wait the thread was busy all the time, and is not free yet. */
        Duration heldUp() {
            if (otherDone.isBefore(begun)) {
                return since(begun);
            }
            Instant busyUntil = free == null || otherDone.isBefore(free) ? otherDone : free;
            return Duration.between(begun, busyUntil).plus(since(otherDone));
        }

        Duration worked() {
            return Duration.between(begun, done);
        }
    }

    private Duration since(Instant start) {
        return Duration.between(start, clock.instant());
    }

    /** Until now. */
    public Duration heldUp() {
        return heldUp;
    }

    /** Until now. */
    public Duration worked() {
        return worked;
    }
}
