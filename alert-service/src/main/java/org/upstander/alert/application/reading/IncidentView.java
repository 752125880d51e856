package org.upstander.alert.application.reading;

import java.time.Instant;
import java.util.List;

/**
 * An incident as it is shown.
 *
 * @param state {@code open, acknowledged} or {@code resolved}
 * @param severity 1 to 4, of the worst post
 * @param patterns recognised over time
 * @param authors the first 50
 * @param sources platforms of its posts
 * @param amplifications how many accounts passed its posts on
 * @param acknowledged null while nobody did
 * @param resolved null while nobody did
 * @param acknowledgements those that count, oldest first; more than one where the policy wants
 *     several or somebody went further
 * @param handling what people noted on it
 * @param timeline oldest first, the latest 200
 * @param silencedBy the silence that holds its next page back, or null
 * @param inhibitedBy the incident that is paged for instead, or null
 */
public record IncidentView(
        String id,
        String staffId,
        String state,
        int severity,
        List<String> categories,
        List<String> patterns,
        List<Author> authors,
        List<String> sources,
        int postCount,
        int authorCount,
        int amplifications,
        Instant openedAt,
        Instant lastActivityAt,
        Acknowledged acknowledged,
        Resolved resolved,
        List<Acknowledgement> acknowledgements,
        Handling handling,
        List<Entry> timeline,
        String silencedBy,
        String inhibitedBy) {

    public IncidentView with(
            List<Author> itsAuthors,
            List<Acknowledgement> itsAcknowledgements,
            Handling itsHandling,
            List<Entry> itsTimeline) {
        return new IncidentView(
                id,
                staffId,
                state,
                severity,
                categories,
                patterns,
                itsAuthors,
                sources,
                postCount,
                authorCount,
                amplifications,
                openedAt,
                lastActivityAt,
                acknowledged,
                resolved,
                itsAcknowledgements,
                itsHandling,
                itsTimeline,
                silencedBy,
                inhibitedBy);
    }

    public record Author(String id, String handle) {}

    /**
     * @param kind {@code seen, called} or {@code safe}
     */
    public record Acknowledgement(Instant at, String by, String kind) {}

    /**
     * @param assignedTo whose it is, or null
     * @param snoozedUntil when it pages again, or null
     * @param checkInDueAt when the attacked should have said that she is well, or null
     * @param mergedInto the incident that took its posts, or null
     * @param related incidents that belong to it
     * @param comments oldest first, the latest 100
     */
    public record Handling(
            String assignedTo,
            Instant snoozedUntil,
            Instant checkInDueAt,
            String mergedInto,
            List<String> related,
            List<Comment> comments) {

        public Handling with(List<String> itsRelated, List<Comment> itsComments) {
            return new Handling(
                    assignedTo, snoozedUntil, checkInDueAt, mergedInto, itsRelated, itsComments);
        }
    }

    /**
     * @param text of a colleague; may quote what is hostile
     */
    public record Comment(Instant at, String by, String text) {}

    public record Acknowledged(Instant at, String by) {}

    /**
     * @param resolution what came out, or null
     */
    public record Resolved(Instant at, String by, String resolution) {}

    /**
     * @param what a word of a closed set
     * @param reason a sentence
     */
    public record Entry(Instant at, String what, String reason) {}
}
