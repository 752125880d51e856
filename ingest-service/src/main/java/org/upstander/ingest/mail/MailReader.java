package org.upstander.ingest.mail;

import jakarta.mail.internet.MailDateFormat;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.PostDraft;
import org.upstander.ingest.domain.RejectReason;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.domain.Violation;

/**
 * Reads posts from messages (RFC 5322, MIME). Mostly one is one: messages that it carries ({@code
 * message/rfc822}, as mail is forwarded) are posts of their own, by those who wrote them, and then
 * itself only where it says something besides.
 */
public final class MailReader {

    private static final int CARRIED_DEPTH = 5;
    private static final int MOST_POSTS = 100;
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private final Source source;
    private final String visibility;
    private final List<Handed<Draft.OfPost>> items = new ArrayList<>();

    private MailReader(Source source, String visibility) {
        this.source = source;
        this.visibility = visibility;
    }

    /**
     * @param visibility of its posts
     * @return at least one item; one that cannot be read says so
     */
    public static List<Handed<Draft.OfPost>> read(
            MailBuffer message, Source source, String visibility) {
        if (message.isTooLong()) {
            return List.of(tooLong());
        }
        try {
            MailReader reader = new MailReader(source, visibility);
            reader.read(message.message(), 0);
            return List.copyOf(reader.items);
        } catch (RuntimeException e) {
            // A library that met what it did not expect: no neighbour has to suffer from that.
            return List.of(unreadable(RejectReason.MALFORMED, "cannot be read as a message."));
        }
    }

    /** In place of a message that is longer than it may be. */
    public static Handed<Draft.OfPost> tooLong() {
        return new Handed.Unreadable<>(
                null,
                List.of(
                        Violation.over(
                                "", MailBuffer.MOST, "A message may have 10 MiB: shorten it.")));
    }

    /** In place of a message that cannot be read. */
    public static Handed<Draft.OfPost> unreadable(RejectReason why, String what) {
        return new Handed.Unreadable<>(null, List.of(Violation.of("", why, "A message " + what)));
    }

    /** How much of memory an item takes, in characters. */
    public static int size(Handed<Draft.OfPost> item) {
        if (!(item instanceof Handed.Readable<Draft.OfPost> readable)) {
            return 0;
        }
        Draft.OfPost post = readable.draft();
        int kept = readable.original() == null ? 0 : readable.original().length();
        return Math.max(length(post.text()) + length(post.html()), kept);
    }

    private static int length(String text) {
        return text == null ? 0 : text.length();
    }

    private void read(MimePart message, int depth) {
        if (depth > CARRIED_DEPTH || items.size() >= MOST_POSTS) {
            items.add(unreadable(RejectReason.TOO_LARGE, "carries too many others."));
            return;
        }
        Walk walk = new Walk();
        Said said = walk.through(message);
        for (MimePart part : walk.carried()) {
            if (items.size() <= MOST_POSTS) {
                read(part.carried(), depth + 1);
            }
        }
        if (said.isBlank() && walk.isLimited()) {
            items.add(unreadable(RejectReason.TOO_LARGE, "has too many parts."));
        } else if (walk.carried().isEmpty() || !said.isBlank()) {
            items.add(new Handed.Readable<>(post(message, said), message.original()));
        }
    }

    private Draft.OfPost post(MimePart message, Said said) {
        Headers headers = message.headers();
        MailIds ids = MailIds.of(message);
        String subject = headers.prose("Subject");
        PostDraft post =
                source.post(ids.own())
                        .visibleTo(visibility)
                        .by(MailAuthor.of(headers))
                        .in(ids.thread(), subject)
                        .answering(ids.answered(), null)
                        .written(time(headers.line("Date")));
        // Answers repeat a subject that somebody else chose.
        Said all = ids.isAnswer() ? said : said.under(subject);
        return (all.isPlain() ? post.text(all.text()) : post.html(all.html())).draft();
    }

    static String time(String date) {
        if (date == null) {
            return null;
        }
        try {
            Instant at = new MailDateFormat().parse(date).toInstant();
            boolean possible = at.isAfter(Instant.EPOCH) && at.isBefore(LATEST);
            return possible ? at.toString() : null;
        } catch (ParseException e) {
            return null; // nobody's post is refused for that
        }
    }
}
