package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Events that leave with the transaction that caused them: written to a table, sent to Kafka by the
 * relay, in order, at least once.
 */
public interface Outbox {

    /** Adds events within the caller's transaction; the relay is woken after its commit. */
    Uni<Void> add(List<OutgoingEvent> events);
}
