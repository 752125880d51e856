package org.upstander.alert.application.reading;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.upstander.alert.application.ContactInbox;

/**
 * An entry of an inbox, as its owner sees it.
 *
 * @param id names it
 * @param contactId whose inbox it is in
 * @param at since when it is there
 * @param readAt when it was read, or null
 * @param incidentId about which incident, or null
 * @param severity 1 to 4, or null where it is about no incident
 * @param title one line
 * @param facts in the order in which they are shown
 * @param incidentUrl where to read it, behind a login; or null
 */
public record InboxView(
        String id,
        String contactId,
        Instant at,
        Instant readAt,
        String incidentId,
        Integer severity,
        String title,
        List<ContactInbox.Fact> facts,
        URI incidentUrl) {

    public InboxView {
        facts = List.copyOf(facts);
    }
}
