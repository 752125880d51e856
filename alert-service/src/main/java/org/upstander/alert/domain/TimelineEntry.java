package org.upstander.alert.domain;

import java.time.Instant;
import java.util.Locale;

/**
 * A step in the life of an incident, for people.
 *
 * @param incidentId of which incident
 * @param at when
 * @param what happened
 * @param reason a sentence, without post text and author names
 */
public record TimelineEntry(String incidentId, Instant at, What what, String reason) {

    /** Kinds of steps; the wire name has dashes. */
    public enum What {
        OPENED,
        EXTENDED,
        PAGED,
        NOT_PAGED,
        DELIVERED,
        DELIVERY_FAILED,
        NOTICE,
        ACKNOWLEDGED,
        PAGED_AGAIN,
        REOPENED,
        ASSIGNED,
        COMMENTED,
        SNOOZED,
        MERGED,
        SPLIT,
        LINKED,
        CHECK_IN_STARTED,
        CHECKED_IN,
        RESOLVED,
        ESCALATED,
        EVIDENCE_READ;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
