package org.upstander.alert.domain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When a failed delivery is tried again. Waits are spread by a fifth to either side, by the
 * delivery's id: deliveries that failed together do not come back together, and a test knows when.
 *
 * @param waits after the first attempt, after the second, …; when they are used up, so is the
 *     address
 * @param longest what a receiver may ask for at most
 */
public record Backoff(List<Duration> waits, Duration longest) {

    private static final int SPREAD_PERCENT = 20;

    public Backoff {
        waits = List.copyOf(waits);
    }

    /**
     * @param deliveryId spreads the wait
     * @param attempt that failed, from 1
     * @param asked the wait that the other side asked for, if it did
     * @return empty when the attempts are used up
     */
    public Optional<Duration> afterAttempt(
            String deliveryId, int attempt, Optional<Duration> asked) {
        if (attempt > waits.size()) {
            return Optional.empty();
        }
        Duration own = spread(waits.get(attempt - 1), deliveryId, attempt);
        Duration wanted = asked.filter(wait -> wait.compareTo(own) > 0).orElse(own);
        return Optional.of(wanted.compareTo(longest) > 0 ? longest : wanted);
    }

    private static Duration spread(Duration wait, String deliveryId, int attempt) {
        int dice = Math.floorMod((deliveryId + attempt).hashCode(), 2 * SPREAD_PERCENT + 1);
        return wait.multipliedBy(100L - SPREAD_PERCENT + dice).dividedBy(100);
    }
}
