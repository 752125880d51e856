package org.upstander.alert.application.directory;

import jakarta.inject.Singleton;
import org.upstander.alert.application.directory.Stores.ContactStore;
import org.upstander.alert.application.directory.Stores.PolicyStore;
import org.upstander.alert.application.directory.Stores.ScheduleStore;
import org.upstander.alert.application.directory.Stores.StaffStore;

/** The stores that refer to one another. */
@Singleton
class DirectoryStores {

    private final StaffStore staff;
    private final ContactStore contacts;
    private final PolicyStore policies;
    private final ScheduleStore schedules;

    DirectoryStores(
            StaffStore staff,
            ContactStore contacts,
            PolicyStore policies,
            ScheduleStore schedules) {
        this.staff = staff;
        this.contacts = contacts;
        this.policies = policies;
        this.schedules = schedules;
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

    ScheduleStore schedules() {
        return schedules;
    }
}
