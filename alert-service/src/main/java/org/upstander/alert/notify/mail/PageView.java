package org.upstander.alert.notify.mail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.upstander.alert.application.Message.IncidentPage;
import org.upstander.alert.application.language.Texts;
import org.upstander.alert.notify.SafeText;

/**
 * A page as its mail shows it: every text one harmless line.
 *
 * @param severityWords how bad that is
 * @param soFar how many posts by how many
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
        String soFar,
        int step,
        String reason,
        String incidentUrl,
        String acknowledgeUrl) {

    private static final int MOST_SEVERE = 4;
    private static final int MAX_NAME = 80;
    private static final int MAX_TEXT = 300;
    private static final int MAX_ITEMS = 10;

    static PageView of(IncidentPage page, Texts texts) {
        return new PageView(
                SafeText.unlinked(page.incidentId(), MAX_NAME),
                name(page.staffName(), page.staffId()),
                page.severity(),
                texts.filled(
                        "mail.page.severityOf", page.severity(), words(page.severity(), texts)),
                list(texts.kinds(page.categories(), page.patterns())),
                list(page.sources()),
                page.postCount(),
                page.authorCount(),
                time(page.openedAt(), texts),
                soFar(page, texts),
                page.step(),
                SafeText.unlinked(texts.reason(page.reason()), MAX_TEXT),
                page.incidentUrl().toASCIIString(),
                page.acknowledgeUrl().toASCIIString());
    }

    /** The display name, or the id where nothing of the name is left. */
    static String name(String displayName, String id) {
        String name = SafeText.unlinked(displayName, MAX_NAME);
        return name.isEmpty() ? SafeText.unlinked(id, MAX_NAME) : name;
    }

    private static String words(int severity, Texts texts) {
        return texts.of("mail.page.severity." + Math.max(1, Math.min(severity, MOST_SEVERE)));
    }

    private static String time(Instant at, Texts texts) {
        return DateTimeFormatter.ofPattern(texts.of("time"), texts.locale())
                .withZone(ZoneOffset.UTC)
                .format(at);
    }

    private static String soFar(IncidentPage page, Texts texts) {
        return texts.filled(
                "mail.page.counts",
                texts.filled(
                        page.postCount() == 1 ? "mail.page.post" : "mail.page.posts",
                        page.postCount()),
                texts.filled(
                        page.authorCount() == 1 ? "mail.page.author" : "mail.page.authors",
                        page.authorCount()));
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
