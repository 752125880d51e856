package org.upstander.alert.persistence.directory;

import jakarta.enterprise.context.ApplicationScoped;
import org.upstander.alert.application.directory.Stores;
import org.upstander.alert.domain.Contact;

@ApplicationScoped
class ContactRepository extends DocumentRepository<Contact, ContactRow>
        implements Stores.ContactStore {

    ContactRepository() {
        super(Contact.class, ContactRow::new);
    }

    @Override
    void index(ContactRow row, Contact value) {
        // Found by id only.
    }
}
