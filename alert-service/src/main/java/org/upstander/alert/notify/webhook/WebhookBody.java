package org.upstander.alert.notify.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.upstander.alert.application.Message;
import org.upstander.alert.application.Message.IncidentPage;
import org.upstander.alert.application.Message.Note;
import org.upstander.alert.notify.SafeText;

/**
 * What a webhook says: thin, so that whoever wants more reads it behind a login, where reading is
 * logged. No text, no author, no name of the attacked; below 20 kB whatever comes in.
 */
final class WebhookBody {

    private static final int MAX_ID = 200;
    private static final int MAX_TEXT = 300;
    private static final int MAX_ITEMS = 20;

    private final ObjectMapper json;

    WebhookBody(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @param at when this attempt is made
     */
    String of(Message message, Instant at) {
        try {
            return json.writeValueAsString(envelope(message, at.toString()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of strings and numbers are always JSON", e);
        }
    }

    private static Envelope envelope(Message message, String at) {
        if (message instanceof Note note) {
            return new Envelope("contact.note", at, new NoteData(note.title(), note.text()));
        }
        return message instanceof IncidentPage page
                ? new Envelope("incident.page", at, Page.of(page))
                : new Envelope("staff.notice", at, Notice.of(message));
    }

    record Envelope(String type, String timestamp, Object data) {}

    record Page(
            String incidentId,
            String staffId,
            int severity,
            List<String> categories,
            List<String> patterns,
            List<String> sources,
            int postCount,
            int authorCount,
            String openedAt,
            int step,
            String reason,
            URI incidentUrl,
            URI acknowledgeUrl) {

        static Page of(IncidentPage page) {
            return new Page(
                    SafeText.line(page.incidentId(), MAX_ID),
                    SafeText.line(page.staffId(), MAX_ID),
                    page.severity(),
                    lines(page.categories()),
                    lines(page.patterns()),
                    lines(page.sources()),
                    page.postCount(),
                    page.authorCount(),
                    page.openedAt().toString(),
                    page.step(),
                    SafeText.line(page.reason(), MAX_TEXT),
                    page.incidentUrl(),
                    page.acknowledgeUrl());
        }

        private static List<String> lines(List<String> items) {
            return items.stream()
                    .limit(MAX_ITEMS)
                    .map(item -> SafeText.line(item, MAX_ID))
                    .toList();
        }
    }

    record NoteData(String title, String text) {}

    record Notice(String incidentId) {
        static Notice of(Message notice) {
            return new Notice(SafeText.line(notice.incidentId(), MAX_ID));
        }
    }
}
