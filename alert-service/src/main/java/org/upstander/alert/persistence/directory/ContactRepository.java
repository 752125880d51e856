package org.upstander.alert.persistence.directory;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.upstander.alert.application.directory.Stored;
import org.upstander.alert.application.directory.Stores;
import org.upstander.alert.domain.Contact;

@ApplicationScoped
class ContactRepository extends DocumentRepository<Contact, ContactRow>
        implements Stores.ContactStore {

    ContactRepository() {
        super(Contact.class, ContactRow::new);
    }

    /** As {@link #lock}, also where this transaction has read it before. */
    Uni<Optional<Stored<Contact>>> lockAfresh(String id) {
        return lock(id).chain(() -> findById(id))
                .call(
                        row ->
                                row == null
                                        ? Uni.createFrom().voidItem()
                                        : Panache.getSession()
                                                .chain(session -> session.refresh(row)))
                .chain(() -> find(id));
    }

    @Override
    void index(ContactRow row, Contact value) {
        // Found by id only.
    }
}
