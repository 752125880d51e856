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
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.upstander.ingest.application.poll.Polled;
import org.upstander.ingest.application.report.CodedMail;
import org.upstander.ingest.application.report.MailedReport;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.RejectReason;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.mail.MailBuffer;
import org.upstander.ingest.mail.MailReader;
import org.upstander.ingest.mail.MailReports;

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
    private final List<CodedMail> coded = new ArrayList<>();
    private final Optional<MailReports> reports;
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
        this.reports = Optional.ofNullable(source.settings().reportsTo()).map(MailReports::new);
        this.at = before.of(source.url(), source.settings().user(), folder.getUIDValidity());
    }

    Polled news() throws MessagingException, IOException {
        Instant end = clock.instant().plus(LONGEST);
        long next = folder.getUIDNext();
        boolean more = false;
        while (isEmpty() && !more && (next < 0 || at.last() + 1 < next)) {
            long to = next < 0 ? UIDFolder.LASTUID : Math.min(at.last() + WINDOW, next - 1);
            more = !takeUpTo(to, end);
            if (next < 0) {
                break;
            }
            if (!more) {
                at = at.at(to);
                more = !isEmpty() && to < next - 1 || clock.instant().isAfter(end);
            }
        }
        return new Polled.Answered(items, List.of(), at.write(), more, Duration.ZERO, null, coded);
    }

    private boolean isEmpty() {
        return items.isEmpty() && coded.isEmpty();
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
                if (isEmpty()) {
                    throw e;
                }
                return false; // those before it are safe; the next asking says what is wrong
            }
            at = at.at(folder.getUID(message));
        }
        return some.length == found.size();
    }

    private void take(IMAPMessage message) throws MessagingException, IOException {
        try {
            boolean tooLong = message.getSize() > MailBuffer.MOST;
            if (tooLong && reports.isEmpty()) {
                items.add(MailReader.tooLong());
                return;
            }
            fetch(message);
            Optional<MailedReport> report = reports.flatMap(known -> known.read(buffer));
            List<Handed<Draft.OfPost>> read = MailReader.read(buffer, source, source.direct());
            read.forEach(item -> characters += MailReader.size(item));
            if (report.isPresent()) {
                characters += report.get().size();
                coded.add(new CodedMail(report.get(), read, items.size()));
            } else {
                items.addAll(read);
            }
        } catch (MessageRemovedException e) {
            // then it says nothing
        } catch (MessagingException | IOException e) {
            if (!folder.isOpen()) {
                throw e;
            }
            // Its server cannot give this one out, and would not tomorrow.
            items.add(MailReader.unreadable(RejectReason.MALFORMED, "cannot be fetched."));
        }
    }

    private void fetch(IMAPMessage message) throws MessagingException, IOException {
        buffer.clear();
        message.setPeek(true); // what is fetched otherwise counts as read
        try {
            message.writeTo(new UntilFull(buffer));
        } catch (UntilFull.Full e) {
            // a report may be longer: of pictures nothing is read
        }
    }
}
