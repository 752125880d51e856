package org.upstander.alert.application.reading;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** Reads the inboxes of contacts. */
public interface InboxReader {

    /**
     * @param contactIds whose inboxes
     * @param unreadOnly without what was read
     * @param now what is over by then is not shown
     */
    record Filter(List<String> contactIds, boolean unreadOnly, Instant now) {

        public Filter {
            contactIds = List.copyOf(contactIds);
        }
    }

    /** Ids of the contacts that this member of staff is; a contact may be none, and has an id. */
    Uni<List<String>> contactsOf(String person);

    /** The contact with this id, or none. */
    Uni<List<String>> contact(String id);

    Uni<Slice<InboxView>> entries(Query<Filter> query);
}
