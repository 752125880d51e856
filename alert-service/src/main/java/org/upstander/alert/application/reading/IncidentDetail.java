package org.upstander.alert.application.reading;

import java.time.Instant;
import java.util.List;

/**
 * An incident with what was said and who was called.
 *
 * @param incident the incident
 * @param evidence the posts, oldest first, at most 500; with their text
 * @param pages steps of the escalation, in order
 * @param reads who saw the evidence, the latest 50
 */
public record IncidentDetail(
        IncidentView incident, List<Evidence> evidence, List<Page> pages, List<Read> reads) {

    /**
     * @param spans where in the text it attacks
     * @param text hostile; what it exposes is hidden
     */
    public record Evidence(
            String assessmentId,
            String postId,
            String revision,
            String source,
            String externalId,
            Author author,
            Thread thread,
            String url,
            Instant postedAt,
            int severity,
            List<String> categories,
            List<Span> spans,
            String text) {

        /** The same with another text. */
        public Evidence showing(String shown) {
            return new Evidence(
                    assessmentId,
                    postId,
                    revision,
                    source,
                    externalId,
                    author,
                    thread,
                    url,
                    postedAt,
                    severity,
                    categories,
                    spans,
                    shown);
        }
    }

    /**
     * @param bot whether the source says that it is a program, or null
     * @param staff whether the source says that it helps to run the place, or null
     */
    public record Author(
            String id, String handle, String displayName, Boolean bot, Boolean staff) {}

    public record Thread(String id, String title) {}

    /** Offsets are UTF-16 code units of the text. */
    public record Span(int start, int end, String category, double weight) {}

    /**
     * @param run from 1; a later one paged again
     * @param round from 1
     * @param step from 1; one more than the policy's steps is the last resort
     * @param state {@code pending, fired} or {@code cancelled}
     */
    public record Page(
            String id,
            int run,
            int round,
            int step,
            String state,
            Instant dueAt,
            Instant firedAt,
            String reason,
            List<Delivery> deliveries) {}

    /**
     * @param state {@code pending, sending, retry, delivered, failed} or {@code cancelled}
     * @param failure kind of the last failure, or null
     */
    public record Delivery(
            String id,
            String contactId,
            String channel,
            String state,
            int attempts,
            Instant deliveredAt,
            String failure) {}

    /**
     * @param why as the reader said, or null
     */
    public record Read(Instant at, String by, String why) {}
}
