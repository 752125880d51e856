package org.upstander.alert.application;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Until when something may be sent. It is asked right before the first byte leaves, though a timer
 * runs as well: in a process that stood still (frozen, swapped out, a long collection) the timer
 * has not rung yet, and others have taken the delivery over meanwhile.
 */
public final class Deadline {

    /** For what nobody else would send. */
    public static final Deadline NEVER = new Deadline(() -> Long.MAX_VALUE);

    private final LongSupplier leftNanos;

    private Deadline(LongSupplier leftNanos) {
        this.leftNanos = leftNanos;
    }

    public static Deadline in(Duration time) {
        return in(time, System::nanoTime);
    }

    /**
     * @param nanoTime as {@link System#nanoTime}
     */
    public static Deadline in(Duration time, LongSupplier nanoTime) {
        long end = nanoTime.getAsLong() + time.toNanos();
        return new Deadline(() -> end - nanoTime.getAsLong());
    }

    /** Whichever of the two comes first. */
    public Deadline or(Deadline other) {
        return new Deadline(() -> Math.min(leftNanos.getAsLong(), other.leftNanos.getAsLong()));
    }

    public boolean passed() {
        return leftNanos.getAsLong() <= 0;
    }

    /** 1 ms or more, as timers want it. */
    public long leftMillis() {
        return Math.max(1, leftNanos.getAsLong() / 1_000_000);
    }
}
