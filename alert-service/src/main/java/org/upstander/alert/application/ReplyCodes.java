package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The short numbers by which an answer to a message says what it is about. In the caller's
 * transaction.
 */
public interface ReplyCodes {

    /**
     * The number of an incident and a contact at an address; the same again for the same. Other
     * transactions that want one for this address wait for this one's end.
     *
     * @param now it is the last one named there from now on
     */
    Uni<Integer> codeFor(DeliveryStore.Job job, Instant now);

    /**
     * @param incidentId what the number stands for
     * @param contactId who was told it
     * @param code the number
     */
    record Meaning(String incidentId, String contactId, int code) {}

    /**
     * @param code empty for the one named last
     */
    Uni<Optional<Meaning>> find(String address, OptionalInt code);
}
