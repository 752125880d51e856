package org.upstander.alert.kafka;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Records what was weighed ahead: without weighing it again at the first try, and only if that
 * comes soon. Later it is not known what became of it, and others have written meanwhile.
 *
 * @param <T> what is recorded
 * @param <A> what was weighed
 */
final class FirstTry<T, A> implements Function<List<T>, Uni<Void>> {

    /** A wait and look-ups take a fifth of it. */
    static final Duration SOON = Duration.ofMillis(100);

    private final AtomicReference<A> ahead;
    private final Instant since;
    private final Clock clock;
    private final BiFunction<List<T>, A, Uni<Void>> record;
    private final Function<List<T>, Uni<Void>> recordAnew;

    /**
     * @param ahead null where nothing was weighed
     * @param since when weighing began
     */
    FirstTry(
            A ahead,
            Instant since,
            Clock clock,
            BiFunction<List<T>, A, Uni<Void>> record,
            Function<List<T>, Uni<Void>> recordAnew) {
        this.ahead = new AtomicReference<>(ahead);
        this.since = since;
        this.clock = clock;
        this.record = record;
        this.recordAnew = recordAnew;
    }

    @Override
    public Uni<Void> apply(List<T> batch) {
        A once = ahead.getAndSet(null);
        return once != null && isSoon(clock.instant())
                ? record.apply(batch, once)
                : recordAnew.apply(batch);
    }

    /** Of a clock that was set back nobody knows. */
    private boolean isSoon(Instant now) {
        return !now.isBefore(since) && !now.isAfter(since.plus(SOON));
    }
}
