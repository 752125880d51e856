package org.upstander.alert.notify;

import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.upstander.alert.application.Message;
import org.upstander.alert.application.Message.IncidentPage;

/**
 * What a message says on a channel of short texts. Every text is one harmless line. The attacked is
 * named by their id only, as in a webhook: a chat is read by more people than the contact.
 *
 * @param title at most 150 characters
 * @param severity 1 to 4; 0 for a notice
 * @param facts in the order in which they are shown; none for a notice
 * @param links the only ones a message may hold; none for a notice
 */
public record Briefing(String title, int severity, List<Fact> facts, List<Link> links) {

    private static final int MAX_TITLE = 150;
    private static final int MAX_ID = 64;
    private static final int MAX_ITEM = 40;
    private static final int MAX_ITEMS = 10;
    private static final int MAX_REASON = 300;
    private static final Pattern BY_CHANNEL = Pattern.compile("^([a-z]{2,12}):(.+)$");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM yyyy HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    /**
     * @param label ours
     * @param value mostly from outside, never empty
     */
    public record Fact(String label, String value) {}

    /**
     * @param label ours
     * @param url ours
     */
    public record Link(String label, URI url) {}

    public Briefing {
        facts = List.copyOf(facts);
        links = List.copyOf(links);
    }

    public static Briefing of(Message message) {
        if (message instanceof IncidentPage page) {
            return page(page);
        }
        if (message instanceof Message.StateChange change) {
            return state(change);
        }
        return message instanceof Message.Note note
                ? note(note)
                : new Briefing("Somebody is taking care", 0, List.of(), List.of());
    }

    private static Briefing state(Message.StateChange change) {
        IncidentPage page = change.page();
        String became = change.resolved() ? "Resolved" : "Acknowledged";
        String staff = PlainText.id(page.staffId(), MAX_ID);
        return new Briefing(
                "%s: severity %d, personal attack on %s".formatted(became, page.severity(), staff),
                page.severity(),
                List.of(
                        new Fact(became + " by", PlainText.of(who(change.by()), MAX_ID)),
                        new Fact("Staff", staff),
                        new Fact("Posts / authors", counts(page)),
                        new Fact("Since", TIME.format(page.openedAt())),
                        new Fact("Incident", PlainText.id(page.incidentId(), MAX_ID))),
                List.of(new Link("Open incident", page.incidentUrl())));
    }

    /** From where somebody acted is no scheme of a link. */
    private static String who(String by) {
        return BY_CHANNEL.matcher(by).replaceFirst("$2 ($1)");
    }

    private static String counts(IncidentPage page) {
        return "%d / %d".formatted(page.postCount(), page.authorCount());
    }

    private static Briefing note(Message.Note note) {
        return new Briefing(
                PlainText.of(note.title(), MAX_TITLE),
                0,
                List.of(new Fact("Message", PlainText.of(note.text(), MAX_REASON))),
                List.of());
    }

    private static Briefing page(IncidentPage page) {
        String staff = PlainText.id(page.staffId(), MAX_ID);
        return new Briefing(
                "Severity %d of 4: personal attack on %s".formatted(page.severity(), staff),
                page.severity(),
                List.of(
                        new Fact("Staff", staff),
                        new Fact("What", list(page.categories())),
                        new Fact("Where", list(page.sources())),
                        new Fact("Posts / authors", counts(page)),
                        new Fact("Since", TIME.format(page.openedAt())),
                        new Fact("Why you", PlainText.of(page.reason(), MAX_REASON)),
                        new Fact("Incident", PlainText.id(page.incidentId(), MAX_ID))),
                List.of(
                        new Link("Acknowledge", page.acknowledgeUrl()),
                        new Link("Open incident", page.incidentUrl())));
    }

    /** The facts, a line each. */
    public String lines() {
        return facts.stream()
                .map(fact -> fact.label() + ": " + fact.value())
                .collect(Collectors.joining("\n"));
    }

    private static String list(List<String> items) {
        String shown =
                items.stream()
                        .limit(MAX_ITEMS)
                        .map(item -> PlainText.of(item, MAX_ITEM))
                        .collect(Collectors.joining(", "));
        return shown.isEmpty() ? "unknown" : shown;
    }
}
