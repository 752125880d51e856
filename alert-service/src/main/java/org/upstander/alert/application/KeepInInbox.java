package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.domain.MethodCheck;

/** Puts messages into the inbox of a contact. Whether somebody looks there, nobody knows. */
@ApplicationScoped
public class KeepInInbox {

    private static final Duration KEPT = Duration.ofDays(90);

    private final Transactions transactions;
    private final ContactInbox inbox;
    private final Clock clock;

    KeepInInbox(Transactions transactions, ContactInbox inbox, Clock clock) {
        this.transactions = transactions;
        this.inbox = inbox;
        this.clock = clock;
    }

    /**
     * In a transaction of its own. The Uni never fails.
     *
     * @param delivery to an inbox: its address is the contact's id
     * @param severity 1 to 4; 0 for what is about no incident
     * @param title one harmless line
     * @param facts harmless
     */
    public Uni<DeliveryResult> keep(
            Delivery delivery, int severity, String title, List<ContactInbox.Fact> facts) {
        Instant now = clock.instant();
        // A code lies where it arrives, and not longer than it is good for.
        boolean code = delivery.message() instanceof Message.Note;
        String incidentId = delivery.message().incidentId();
        ContactInbox.Entry entry =
                new ContactInbox.Entry(
                        delivery.id(),
                        delivery.address(),
                        incidentId.isEmpty() ? null : incidentId,
                        now,
                        severity,
                        title,
                        facts,
                        code ? now.plus(MethodCheck.LIFETIME) : null);
        return transactions
                .run(() -> inbox.add(entry))
                .<DeliveryResult>map(
                        there ->
                                Boolean.TRUE.equals(there)
                                        ? new DeliveryResult.Delivered("in the inbox")
                                        : new DeliveryResult.Refused(FailureKind.GONE))
                .onFailure()
                .invoke(failure -> FailureLog.note("keeping a message in an inbox", failure))
                .onFailure()
                .recoverWithItem(
                        () -> new DeliveryResult.TryAgain(FailureKind.OTHER, Optional.empty()));
    }

    /**
     * @param contactIds whose inboxes may hold it
     * @return whether one of them does
     */
    public Uni<Boolean> read(Collection<String> contactIds, String id) {
        return transactions.run(() -> inbox.read(contactIds, id, clock.instant()));
    }

    /** How many entries were removed: those older than 90 days, and codes that are over. */
    public Uni<Integer> forget() {
        Instant now = clock.instant();
        return transactions.run(() -> inbox.forget(now.minus(KEPT), now));
    }
}
