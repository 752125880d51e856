package org.upstander.alert.domain.schedule;

import java.time.Instant;

/**
 * Somebody is on call.
 *
 * @param contactId who
 * @param from first instant
 * @param to first instant after it
 */
public record Shift(String contactId, Instant from, Instant to) {

    boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}
