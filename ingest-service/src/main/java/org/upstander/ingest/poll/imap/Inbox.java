package org.upstander.ingest.poll.imap;

import jakarta.mail.FetchProfile;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.upstander.ingest.application.poll.Polled;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.RejectReason;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.mail.MailBuffer;
import org.upstander.ingest.mail.MailReader;

/** What is new in a folder: some messages at a time, as far as they fit into memory and time. */
final class Inbox {

    static final int MOST = 100;

    private static final Duration LONGEST = Duration.ofSeconds(45);
    private static final int MOST_CHARACTERS = 4 * 1024 * 1024;

    /** Numbers are asked for so many at a time: of a large mailbox all would be a long answer. */
    private static final long WINDOW = 10_000;

    private final IMAPFolder folder;
    private final Source source;
    private final Clock clock;
    private final MailBuffer buffer = new MailBuffer();
    private final List<Handed<Draft.OfPost>> items = new ArrayList<>();
    private MailboxCursor at;
    private int characters;

    /**
     * @param folder open, and read only
     */
    Inbox(IMAPFolder folder, Source source, MailboxCursor before, Clock clock)
            throws MessagingException {
        this.folder = folder;
        this.source = source;
        this.clock = clock;
        this.at = before.of(source.url(), source.settings().user(), folder.getUIDValidity());
    }

    Polled news() throws MessagingException, IOException {
        Instant end = clock.instant().plus(LONGEST);
        long next = folder.getUIDNext();
        boolean more = false;
        while (items.isEmpty() && !more && (next < 0 || at.last() + 1 < next)) {
            long to = next < 0 ? UIDFolder.LASTUID : Math.min(at.last() + WINDOW, next - 1);
            more = !takeUpTo(to, end);
            if (next < 0) {
                break;
            }
            if (!more) {
                at = at.at(to);
                more = !items.isEmpty() && to < next - 1 || clock.instant().isAfter(end);
            }
        }
        return new Polled.Answered(items, at.write(), more, Duration.ZERO);
    }

    /**
     * @return whether all up to there were taken
     */
    private boolean takeUpTo(long to, Instant end) throws MessagingException, IOException {
        TreeMap<Long, Message> found = new TreeMap<>();
        for (Message message : folder.getMessagesByUID(at.last() + 1, to)) {
            // Where nothing is new, servers name the last message all the same.
            if (message != null && folder.getUID(message) > at.last()) {
                found.put(folder.getUID(message), message);
            }
        }
        if (found.isEmpty()) {
            return true;
        }
        Message[] some = found.values().stream().limit(MOST).toArray(Message[]::new);
        FetchProfile sizes = new FetchProfile();
        sizes.add(FetchProfile.Item.SIZE);
        folder.fetch(some, sizes);
        for (Message message : some) {
            if (characters > MOST_CHARACTERS || clock.instant().isAfter(end)) {
                return false;
            }
            try {
                take((IMAPMessage) message);
            } catch (MessagingException | IOException e) {
                if (items.isEmpty()) {
                    throw e;
                }
                return false; // those before it are safe; the next asking says what is wrong
            }
            at = at.at(folder.getUID(message));
        }
        return some.length == found.size();
    }

    private void take(IMAPMessage message) throws MessagingException, IOException {
        List<Handed<Draft.OfPost>> read = read(message);
        read.forEach(item -> characters += MailReader.size(item));
        items.addAll(read);
    }

    private List<Handed<Draft.OfPost>> read(IMAPMessage message)
            throws MessagingException, IOException {
        try {
            if (message.getSize() > MailBuffer.MOST) {
                return List.of(MailReader.tooLong());
            }
            buffer.clear();
            message.setPeek(true); // what is fetched otherwise counts as read
            message.writeTo(buffer);
            return MailReader.read(buffer, source, source.direct());
        } catch (MessageRemovedException e) {
            return List.of();
        } catch (MessagingException | IOException e) {
            if (!folder.isOpen()) {
                throw e;
            }
            // Its server cannot give this one out, and would not tomorrow.
            return List.of(MailReader.unreadable(RejectReason.MALFORMED, "cannot be fetched."));
        }
    }
}
