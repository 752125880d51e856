package org.upstander.alert.persistence.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.upstander.alert.application.DeliveryStore;
import org.upstander.alert.application.GoneMethods;
import org.upstander.alert.application.directory.Stored;
import org.upstander.alert.domain.Contact;

@ApplicationScoped
class StoredGoneMethods implements GoneMethods {

    private final ContactRepository contacts;

    StoredGoneMethods(ContactRepository contacts) {
        this.contacts = contacts;
    }

    @Override
    public Uni<Void> disable(DeliveryStore.Job job, String reason, Instant at) {
        return contacts.lockAfresh(job.contactId())
                .chain(
                        found ->
                                found.map(Stored::value)
                                        .map(
                                                contact ->
                                                        contact.disabled(
                                                                job.channel(),
                                                                job.address(),
                                                                reason,
                                                                at))
                                        .filter(contact -> !contact.equals(found.get().value()))
                                        .map(contact -> save(contact, at))
                                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> save(Contact contact, Instant at) {
        return contacts.save(
                contact.id(), new Stored<>(contact, at.truncatedTo(ChronoUnit.MICROS)));
    }
}
