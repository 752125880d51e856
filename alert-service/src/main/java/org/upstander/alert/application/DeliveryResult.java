package org.upstander.alert.application;

import java.time.Duration;
import java.util.Optional;

/** What became of one attempt. */
public sealed interface DeliveryResult {

    /**
     * The other side took it.
     *
     * @param receipt the other side's id of it, or empty; at most 200 characters, no secret
     */
    record Delivered(String receipt) implements DeliveryResult {}

    /**
     * It may work later.
     *
     * @param kind what went wrong
     * @param after the wait that the other side asked for, if it did
     */
    record TryAgain(FailureKind kind, Optional<Duration> after) implements DeliveryResult {}

    /**
     * It will never work: the contact's next method is tried at once.
     *
     * @param kind what went wrong
     */
    record Refused(FailureKind kind) implements DeliveryResult {}
}
