package org.upstander.alert.notify.mail;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.upstander.alert.application.Message.IncidentPage;
import org.upstander.alert.notify.SafeText;

/**
 * A page as its mail shows it: every text one harmless line.
 *
 * @param step 2 and more say that others were called before
 */
public record PageView(
        String incidentId,
        String name,
        int severity,
        String severityWords,
        String categories,
        String sources,
        int posts,
        int authors,
        String openedAt,
        int step,
        String reason,
        String incidentUrl,
        String acknowledgeUrl) {

    private static final int MAX_NAME = 80;
    private static final int MAX_TEXT = 300;
    private static final int MAX_ITEMS = 10;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM yyyy HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    static PageView of(IncidentPage page) {
        return new PageView(
                SafeText.unlinked(page.incidentId(), MAX_NAME),
                name(page.staffName(), page.staffId()),
                page.severity(),
                words(page.severity()),
                list(page.categories()),
                list(page.sources()),
                page.postCount(),
                page.authorCount(),
                TIME.format(page.openedAt()),
                page.step(),
                SafeText.unlinked(page.reason(), MAX_TEXT),
                page.incidentUrl().toASCIIString(),
                page.acknowledgeUrl().toASCIIString());
    }

    /** The display name, or the id where nothing of the name is left. */
    static String name(String displayName, String id) {
        String name = SafeText.unlinked(displayName, MAX_NAME);
        return name.isEmpty() ? SafeText.unlinked(id, MAX_NAME) : name;
    }

    private static String words(int severity) {
        return switch (severity) {
            case 4 -> "a credible threat, or private data exposed";
            case 3 -> "stalking, incitement, or an attack on who she or he is";
            case 2 -> "a clear personal insult";
            default -> "a mild personal jab";
        };
    }

    private static String list(List<String> items) {
        return String.join(
                ", ",
                items.stream()
                        .limit(MAX_ITEMS)
                        .map(item -> SafeText.unlinked(item, MAX_NAME))
                        .toList());
    }
}
