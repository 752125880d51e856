package org.upstander.alert.notify;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.upstander.alert.application.Message;
import org.upstander.alert.application.Message.IncidentPage;
import org.upstander.alert.application.language.Texts;

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
    private static final int MAX_TEXT = 500;
    private static final Pattern BY_CHANNEL = Pattern.compile("^([a-z]{2,12}):(.+)$");

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
        if (message instanceof Message.SourceNotice source) {
            return source(source);
        }
        if (message instanceof Message.NoiseNotice noise) {
            return noise(noise);
        }
        return message instanceof Message.Note note ? note(note) : notice(message);
    }

    private static Briefing notice(Message message) {
        String locale = message instanceof Message.TargetNotice notice ? notice.locale() : null;
        return new Briefing(Texts.in(locale).of("notice.title"), 0, List.of(), List.of());
    }

    /** The attacked, as all channels of short texts name them. */
    public static String staff(IncidentPage page) {
        return PlainText.id(page.staffId(), MAX_ID);
    }

    private static Briefing state(Message.StateChange change) {
        IncidentPage page = change.page();
        Texts texts = Texts.in(page.locale());
        String became = change.resolved() ? "resolved" : "acknowledged";
        String staff = staff(page);
        return new Briefing(
                texts.filled("briefing." + became, page.severity(), staff),
                page.severity(),
                List.of(
                        new Fact(
                                texts.of("briefing." + became + ".by"),
                                PlainText.of(who(change.by()), MAX_ID)),
                        new Fact(texts.of("briefing.staff"), staff),
                        new Fact(texts.of("briefing.counts"), counts(page)),
                        new Fact(
                                texts.of("briefing.since"),
                                SourceText.time(page.openedAt(), texts)),
                        new Fact(
                                texts.of("briefing.incident"),
                                PlainText.id(page.incidentId(), MAX_ID))),
                List.of(new Link(texts.of("briefing.open"), page.incidentUrl())));
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
                List.of(
                        new Fact(
                                Texts.in(note.locale()).of("briefing.message"),
                                PlainText.of(note.text(), MAX_REASON))),
                List.of());
    }

    private static Briefing source(Message.SourceNotice notice) {
        return new Briefing(
                PlainText.of(SourceText.title(notice), MAX_TITLE),
                0,
                List.of(
                        new Fact(
                                Texts.in(notice.locale()).of("briefing.message"),
                                PlainText.of(SourceText.text(notice), MAX_TEXT))),
                List.of());
    }

    private static Briefing noise(Message.NoiseNotice notice) {
        return new Briefing(
                PlainText.of(NoiseText.title(notice), MAX_TITLE),
                0,
                List.of(
                        new Fact(
                                Texts.in(notice.locale()).of("briefing.message"),
                                PlainText.of(NoiseText.text(notice), MAX_TEXT))),
                List.of());
    }

    private static Briefing page(IncidentPage page) {
        Texts texts = Texts.in(page.locale());
        String staff = staff(page);
        return new Briefing(
                texts.filled("briefing.title", page.severity(), staff),
                page.severity(),
                List.of(
                        new Fact(texts.of("briefing.staff"), staff),
                        new Fact(
                                texts.of("briefing.what"),
                                list(texts.kinds(page.categories(), page.patterns()), texts)),
                        new Fact(texts.of("briefing.where"), list(page.sources(), texts)),
                        new Fact(texts.of("briefing.counts"), counts(page)),
                        new Fact(
                                texts.of("briefing.since"),
                                SourceText.time(page.openedAt(), texts)),
                        new Fact(
                                texts.of("briefing.why"),
                                PlainText.of(texts.reason(page.reason()), MAX_REASON)),
                        new Fact(
                                texts.of("briefing.incident"),
                                PlainText.id(page.incidentId(), MAX_ID))),
                List.of(
                        new Link(texts.of("briefing.acknowledge"), page.acknowledgeUrl()),
                        new Link(texts.of("briefing.open"), page.incidentUrl())));
    }

    /** The facts, a line each. */
    public String lines() {
        return facts.stream()
                .map(fact -> fact.label() + ": " + fact.value())
                .collect(Collectors.joining("\n"));
    }

    private static String list(List<String> items, Texts texts) {
        String shown =
                items.stream()
                        .limit(MAX_ITEMS)
                        .map(item -> PlainText.of(item, MAX_ITEM))
                        .collect(Collectors.joining(", "));
        return shown.isEmpty() ? texts.of("unknown") : shown;
    }
}
