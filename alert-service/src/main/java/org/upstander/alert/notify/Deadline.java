package org.upstander.alert.notify;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Until when something may be sent. It is asked right before the first byte leaves, though a timer
 * runs as well: in a process that stood still (frozen, swapped out, a long collection) the timer
 * has not rung yet, and others have taken the delivery over meanwhile.
 */
public final class Deadline {

    private final long end;
    private final LongSupplier nanoTime;

    private Deadline(long end, LongSupplier nanoTime) {
        this.end = end;
        this.nanoTime = nanoTime;
    }

    public static Deadline in(Duration time) {
        return in(time, System::nanoTime);
    }

    /**
     * @param nanoTime as {@link System#nanoTime}
     */
    public static Deadline in(Duration time, LongSupplier nanoTime) {
        return new Deadline(nanoTime.getAsLong() + time.toNanos(), nanoTime);
    }

    public boolean passed() {
        return end - nanoTime.getAsLong() <= 0;
    }

    /** 1 ms or more, as timers want it. */
    public long leftMillis() {
        return Math.max(1, (end - nanoTime.getAsLong()) / 1_000_000);
    }
}
