package org.upstander.scenarios.remote;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Lets time pass while a running system works. */
final class Waiting {

    private static final Duration LOOK = Duration.ofMillis(250);

    private final Clock clock;

    Waiting(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** Until then; not at all where that is over. */
    void until(Instant at) {
        Duration left = Duration.between(clock.instant(), at);
        if (!left.isNegative()) {
            sleep(left);
        }
    }

    /** Whether it became true in time. */
    boolean until(BooleanSupplier condition, Duration atMost) {
        Instant end = clock.instant().plus(atMost);
        while (!condition.getAsBoolean()) {
            if (clock.instant().isAfter(end)) {
                return false;
            }
            sleep(LOOK);
        }
        return true;
    }

    private static void sleep(Duration span) {
        try {
            Thread.sleep(span.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
