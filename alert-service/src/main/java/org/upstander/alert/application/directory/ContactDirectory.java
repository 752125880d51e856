package org.upstander.alert.application.directory;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.application.Transactions;
import org.upstander.alert.domain.Contact;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.schedule.Schedule;

/** Who is called. */
@Singleton
public class ContactDirectory extends Entries<ContactDraft, Contact> {

    private static final int NAMED_USERS = 5;

    private final ContactRules rules;
    private final DirectoryStores stores;

    ContactDirectory(
            Transactions transactions, DirectoryStores stores, ContactRules rules, Clock clock) {
        super(transactions, stores.contacts(), clock);
        this.rules = rules;
        this.stores = stores;
    }

    @Override
    Optional<Contact> check(ContactDraft draft, Optional<Contact> known, Checks checks) {
        return Optional.of(rules.check(draft, known, checks));
    }

    @Override
    String idOf(Contact value) {
        return value.id();
    }

    @Override
    Uni<Void> changed(Stored<Contact> entry) {
        return Uni.createFrom().voidItem();
    }

    @Override
    Uni<Void> removed(String id) {
        return Uni.createFrom().voidItem();
    }

    @Override
    Uni<List<Violation>> warnings(Contact contact) {
        return Uni.createFrom().item(rules.warnings(contact));
    }

    @Override
    Uni<List<String>> usersOf(String id) {
        return stores.staff()
                .withContact(id, NAMED_USERS)
                .chain(
                        staff ->
                                stores.policies()
                                        .page("", Integer.MAX_VALUE)
                                        .map(policies -> named(staff, policies, id)))
                .chain(
                        users ->
                                stores.schedules()
                                        .page("", Integer.MAX_VALUE)
                                        .map(schedules -> onCall(users, schedules, id)));
    }

    private static List<String> onCall(
            List<String> users, List<Stored<Schedule>> schedules, String contactId) {
        List<String> all = new ArrayList<>(users);
        schedules.stream()
                .map(Stored::value)
                .filter(schedule -> schedule.contacts().contains(contactId))
                .limit(NAMED_USERS)
                .forEach(schedule -> all.add("schedules/" + schedule.id()));
        return all;
    }

    private static List<String> named(
            List<String> staff, List<Stored<EscalationPolicy>> policies, String contactId) {
        List<String> users = new ArrayList<>();
        staff.forEach(id -> users.add("staff/" + id));
        policies.stream()
                .map(Stored::value)
                .filter(policy -> PolicyDirectory.contactsOf(policy).contains(contactId))
                .limit(NAMED_USERS)
                .forEach(policy -> users.add("policies/" + policy.id()));
        return users;
    }
}
