package org.upstander.alert.application.reading;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.application.KeepInInbox;

/** What lies in the inbox of a contact. */
@Singleton
public class ReadInbox {

    private final InboxReader reader;
    private final KeepInInbox inbox;
    private final Clock clock;

    ReadInbox(InboxReader reader, KeepInInbox inbox, Clock clock) {
        this.reader = reader;
        this.inbox = inbox;
        this.clock = clock;
    }

    /**
     * Newest first.
     *
     * @param person a member of staff, or a contact who is none
     * @return empty where no contact is this person
     */
    public Uni<Optional<Slice<InboxView>>> of(
            String person, boolean unreadOnly, Optional<Place> after, int limit) {
        return reader.contactsOf(person)
                .chain(contacts -> entries(contacts, unreadOnly, after, limit));
    }

    /** The same for whoever looks after contacts; empty where there is no such contact. */
    public Uni<Optional<Slice<InboxView>>> ofContact(
            String contactId, boolean unreadOnly, Optional<Place> after, int limit) {
        return reader.contact(contactId)
                .chain(contacts -> entries(contacts, unreadOnly, after, limit));
    }

    private Uni<Optional<Slice<InboxView>>> entries(
            List<String> contacts, boolean unreadOnly, Optional<Place> after, int limit) {
        return contacts.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : reader.entries(
                                new Query<>(
                                        new InboxReader.Filter(
                                                contacts, unreadOnly, clock.instant()),
                                        after,
                                        limit))
                        .map(Optional::of);
    }

    /** Whether there was such an entry in an inbox of this person; it counts as read now. */
    public Uni<Boolean> read(String person, String id) {
        return reader.contactsOf(person).chain(contacts -> inbox.read(contacts, id));
    }
}
