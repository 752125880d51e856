package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** The relay's side of the outbox. Within the caller's transaction. */
public interface OutboxQueue {

    /**
     * @param id ascending in the order of writing
     * @param createdAt when it was written
     * @param event what to send
     */
    record Waiting(long id, Instant createdAt, OutgoingEvent event) {}

    /**
     * The oldest events, in order; none while another relay is at work, since two would mix the
     * order up.
     */
    Uni<List<Waiting>> lockOldest(int limit);

    /** The broker has them. */
    Uni<Void> remove(List<Waiting> sent);
}
