package org.upstander.alert.domain.schedule;

import java.time.Instant;
import java.util.List;

/**
 * A stretch of time in which the same people are on call.
 *
 * @param from first instant
 * @param to first instant after it
 * @param contacts ids, or empty: nobody
 */
public record Span(Instant from, Instant to, List<String> contacts) {

    public Span {
        contacts = List.copyOf(contacts);
    }
}
