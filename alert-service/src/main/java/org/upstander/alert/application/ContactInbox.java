package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Inboxes of contacts, in the app. Within the caller's transaction. */
public interface ContactInbox {

    /**
     * @param id idempotency key of the message
     * @param contactId whose inbox
     * @param incidentId about which incident, or null
     * @param at since when it is there
     * @param severity 1 to 4; 0 for what is about no incident
     * @param title one line
     * @param facts in the order in which they are shown
     * @param expiresAt when it is of no use any more, or null
     */
    record Entry(
            String id,
            String contactId,
            String incidentId,
            Instant at,
            int severity,
            String title,
            List<Fact> facts,
            Instant expiresAt) {

        public Entry {
            facts = List.copyOf(facts);
        }
    }

    /**
     * @param label ours
     * @param value mostly from outside, made harmless
     */
    record Fact(String label, String value) {}

    /**
     * Adds an entry; one with a known id stays as it is.
     *
     * @return false where there is no such contact any more
     */
    Uni<Boolean> add(Entry entry);

    /**
     * Marks an entry as read; one that was read stays as it was.
     *
     * @param contactIds whose inboxes may hold it
     * @return false where none of them does
     */
    Uni<Boolean> read(Collection<String> contactIds, String id, Instant at);

    /** Removes what is older, and what is of no use any more; answers how much. */
    Uni<Integer> forget(Instant before, Instant now);
}
