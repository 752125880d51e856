package org.upstander.alert.application.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.upstander.alert.application.Acknowledge;
import org.upstander.alert.application.Directory;
import org.upstander.alert.application.Transactions;
import org.upstander.alert.application.reading.AcknowledgeLinks.Grant;
import org.upstander.alert.domain.Contact;

/** Lets a contact acknowledge by the link in a message, without logging in. */
@ApplicationScoped
public class AcknowledgeByLink {

    private final AcknowledgeLinks links;
    private final IncidentReader incidents;
    private final Directory directory;
    private final Transactions transactions;
    private final Acknowledge acknowledge;
    private final Clock clock;

    AcknowledgeByLink(
            AcknowledgeLinks links,
            IncidentReader incidents,
            Directory directory,
            Transactions transactions,
            Acknowledge acknowledge,
            Clock clock) {
        this.links = links;
        this.incidents = incidents;
        this.directory = directory;
        this.transactions = transactions;
        this.acknowledge = acknowledge;
        this.clock = clock;
    }

    /** What a link leads to. */
    public sealed interface Outcome {

        /**
         * @param incident as it is now, or the one into which it was merged; its authors are for
         *     nobody who is not logged in
         * @param contact who received the link
         */
        record Valid(IncidentView incident, Contact contact) implements Outcome {}

        /** It worked once. */
        record Expired() implements Outcome {}

        /** It never worked, or incident or contact are gone. */
        record Unknown() implements Outcome {}
    }

    /** Looks, and changes nothing: mail programs follow links by themselves. */
    public Uni<Outcome> look(String token) {
        Optional<Grant> grant = links.open(token);
        if (grant.isEmpty()) {
            return Uni.createFrom().item(new Outcome.Unknown());
        }
        if (!grant.get().expiresAt().isAfter(clock.instant())) {
            return Uni.createFrom().item(new Outcome.Expired());
        }
        return transactions
                .run(() -> directory.contact(grant.get().contactId()))
                .chain(
                        contact ->
                                find(grant.get().incidentId(), new HashSet<>())
                                        .map(incident -> outcome(incident, contact)));
    }

    /** Where it was merged meanwhile: the one that it is now. */
    private Uni<Optional<IncidentView>> find(String id, Set<String> seen) {
        return incidents
                .find(id)
                .chain(
                        found ->
                                found.map(incident -> incident.handling().mergedInto())
                                        .filter(into -> "resolved".equals(found.get().state()))
                                        .filter(into -> seen.add(id) && !seen.contains(into))
                                        .map(into -> find(into, seen))
                                        .orElseGet(() -> Uni.createFrom().item(found)));
    }

    /** Acknowledges; again, nothing happens. */
    public Uni<Outcome> confirm(String token) {
        return look(token)
                .chain(
                        outcome ->
                                outcome instanceof Outcome.Valid valid
                                        ? confirm(valid).chain(() -> look(token))
                                        : Uni.createFrom().item(outcome));
    }

    private Uni<Void> confirm(Outcome.Valid valid) {
        Contact contact = valid.contact();
        return acknowledge
                .acknowledge(
                        valid.incident().id(),
                        contact.id(),
                        "%s (%s) acknowledged by the link in a message."
                                .formatted(contact.displayName(), contact.id()))
                .replaceWithVoid();
    }

    private static Outcome outcome(Optional<IncidentView> incident, Optional<Contact> contact) {
        return incident.isPresent() && contact.isPresent()
                ? new Outcome.Valid(incident.get(), contact.get())
                : new Outcome.Unknown();
    }
}
