package org.upstander.alert.application;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Until when something may be sent. It is asked right before the first byte leaves, though a timer
 * runs as well: in a process that stood still (frozen, swapped out, a long collection) the timer
 * has not rung yet, and others have taken the delivery over meanwhile.
 */
public final class Deadline {

    /** For what nobody else would send. */
    public static final Deadline NEVER = new Deadline(() -> Long.MAX_VALUE, () -> false);

    private final LongSupplier leftNanos;
    private final BooleanSupplier passed;

    private Deadline(LongSupplier leftNanos, BooleanSupplier passed) {
        this.leftNanos = leftNanos;
        this.passed = passed;
    }

    public static Deadline in(Duration time) {
        return in(time, System::nanoTime);
    }

    /**
     * @param nanoTime as {@link System#nanoTime}
     */
    public static Deadline in(Duration time, LongSupplier nanoTime) {
        long end = nanoTime.getAsLong() + time.toNanos();
        LongSupplier left = () -> end - nanoTime.getAsLong();
        return new Deadline(left, () -> left.getAsLong() <= 0);
    }

    /** As much time for an answer, and passed with the other one if that is sooner. */
    public Deadline begunBefore(Deadline other) {
        return new Deadline(leftNanos, () -> passed() || other.passed());
    }

    /** Whether it must not be begun any more. */
    public boolean passed() {
        return passed.getAsBoolean();
    }

    /** For what was begun: 1 ms or more, as timers want it. */
    public long leftMillis() {
        return Math.max(1, leftNanos.getAsLong() / 1_000_000);
    }
}
