package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.upstander.alert.domain.Incident;

/** Digests that fill up, and those on their way, as rows. Within the caller's transaction. */
public interface DigestStore {

    /**
     * A digest that is due. From the first attempt on nothing is added to it.
     *
     * @param id idempotency key, the same over retries
     * @param address the mailbox
     * @param attempt counts from 1
     * @param openedAt of its first page
     */
    record Claim(String id, String address, int attempt, Instant openedAt) {}

    /**
     * @param incident as it is now
     * @param contactId to whom
     * @param pages how often they were paged about it
     */
    record Entry(Incident incident, String contactId, int pages) {}

    /**
     * Adds a page to the digest of its address that still fills up, or begins one. The same again
     * changes nothing.
     *
     * @param deliveryId of the page
     * @param dueAt when a new one goes out
     */
    Uni<Void> add(String deliveryId, String address, Instant now, Instant dueAt);

    /** Takes due digests that nobody else has in hand, longest due first. */
    Uni<List<Claim>> claim(Instant now, Instant leaseUntil, int limit);

    /** What is in it. */
    Uni<List<Entry>> entries(Claim claim);

    /** It arrived, or there is nothing to send. A late answer to an attempt changes nothing. */
    Uni<Void> done(Claim claim);

    /** It is due again; see {@link #done}. */
    Uni<Void> failed(Claim claim, FailureKind kind, Instant again);
}
