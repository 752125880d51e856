package org.upstander.alert.application.directory;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.domain.ContactMethod;
import org.upstander.alert.domain.MethodCheck;

/** Codes and tests as rows. Within the caller's transaction. */
public interface MethodCheckStore {

    /**
     * @param id of the check
     * @param kind what to send
     * @param channel how
     * @param address where to
     * @param attempt counts from 1
     * @param contactId whose address that is
     */
    record Claim(
            String id,
            MethodCheck.Kind kind,
            Channel channel,
            String address,
            int attempt,
            String contactId) {}

    /**
     * @param id of the check
     * @param wrong codes so far
     */
    record Open(String id, int wrong) {}

    /** When checks of this kind were asked for by this contact, at or after a time. */
    Uni<List<Instant>> since(String contactId, MethodCheck.Kind kind, Instant from);

    /**
     * Adds one that is due at once, and forgets those of the contact before a time. The sender is
     * woken after the commit.
     */
    Uni<Void> add(MethodCheck check, Instant forgetBefore);

    /** The newest code for this address that is neither used nor over. */
    Uni<Optional<Open>> open(String contactId, ContactMethod method, Instant now);

    Uni<Void> wrong(String id);

    Uni<Void> used(String id);

    /** Takes what is due and not over; each is leased until then. */
    Uni<List<Claim>> claim(Instant now, Instant leaseUntil, int limit);

    Uni<Void> sent(Claim claim);

    /**
     * @param again when to try again, or empty to give up
     */
    Uni<Void> failed(Claim claim, FailureKind kind, Optional<Instant> again);
}
