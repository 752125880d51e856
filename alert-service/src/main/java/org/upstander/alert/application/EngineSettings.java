package org.upstander.alert.application;

import java.time.Duration;
import java.util.Locale;
import org.upstander.alert.domain.Backoff;

/**
 * What the operator decides about the engine.
 *
 * @param window longest pause within an incident
 * @param reopenWithin how long after it was resolved an attack opens an incident again
 * @param pageFromSeverity attacks below are kept and call nobody, 1 to 4
 * @param pagesAtOnce pages that fire in one transaction
 * @param deliveries how messages are sent
 * @param inboxRetention how long events are remembered; longer than any topic keeps them
 * @param locale of messages
 */
public record EngineSettings(
        Duration window,
        Duration reopenWithin,
        int pageFromSeverity,
        int pagesAtOnce,
        Deliveries deliveries,
        Duration inboxRetention,
        Locale locale) {

    /**
     * @param lease how long an attempt may take before another instance repeats it; longer than
     *     every channel's timeout
     * @param backoff when a failed attempt is repeated
     * @param inFlight attempts at the same time
     * @param perAddress attempts at the same time to one address, so that one that hangs holds
     *     nobody else up
     */
    public record Deliveries(Duration lease, Backoff backoff, int inFlight, int perAddress) {}
}
