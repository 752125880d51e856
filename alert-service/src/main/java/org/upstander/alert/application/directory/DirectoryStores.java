package org.upstander.alert.application.directory;

import jakarta.inject.Singleton;
import org.upstander.alert.application.directory.Stores.ContactStore;
import org.upstander.alert.application.directory.Stores.PolicyStore;
import org.upstander.alert.application.directory.Stores.StaffStore;

/** The three stores that refer to one another. */
@Singleton
class DirectoryStores {

    private final StaffStore staff;
    private final ContactStore contacts;
    private final PolicyStore policies;

    DirectoryStores(StaffStore staff, ContactStore contacts, PolicyStore policies) {
        this.staff = staff;
        this.contacts = contacts;
        this.policies = policies;
    }

    StaffStore staff() {
        return staff;
    }

    ContactStore contacts() {
        return contacts;
    }

    PolicyStore policies() {
        return policies;
    }
}
