package org.upstander.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.RejectReason;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.mail.MailBuffer;
import org.upstander.ingest.mail.MailReader;

/**
 * mbox (RFC 4155): messages that a line {@code From …} after a blank one parts, and in which such
 * lines are quoted ({@code >From}, mboxrd).
 */
final class MboxItems implements FilesReader.Items {

    private static final Pattern SEPARATOR = Pattern.compile("From .{0,200}?\\d\\d?:\\d\\d.*");
    private static final int PIECE = 8 * 1024;
    private static final int LONGEST_SEPARATOR = 512;

    /** All of a part is in memory. */
    private static final int MOST_CHARACTERS = 4 * 1024 * 1024;

    private final InputStream in;
    private final Source source;
    private final String visibility;
    private final Deque<Handed<Draft.OfPost>> read = new ArrayDeque<>();
    private final MailBuffer message = new MailBuffer();
    private final byte[] piece = new byte[PIECE];
    private int length;
    private boolean beginsLine = true;
    private boolean afterBlank = true;
    private boolean begun;

    MboxItems(InputStream in, Source source) {
        this.in = in;
        this.source = source;
        // An archive of a list is open to everybody, a mailbox is not.
        this.visibility = source.direct() == null ? "public" : source.direct();
    }

    @Override
    public List<Handed<Draft.OfPost>> next(int most) throws IOException {
        List<Handed<Draft.OfPost>> items = new ArrayList<>();
        int characters = 0;
        while (items.size() < most && characters < MOST_CHARACTERS) {
            if (read.isEmpty() && !readMessage()) {
                return items;
            }
            Handed<Draft.OfPost> item = read.remove();
            characters += MailReader.size(item);
            items.add(item);
        }
        return items;
    }

    /**
     * @return whether there was one
     */
    private boolean readMessage() throws IOException {
        while (read.isEmpty()) {
            boolean was = begun;
            message.clear();
            boolean more = collect();
            if (!message.isBlank()) {
                read.addAll(
                        was
                                ? MailReader.read(message, source, visibility)
                                : List.of(
                                        MailReader.unreadable(
                                                RejectReason.MALFORMED,
                                                "must stand under a line \"From …\": send mbox.")));
            }
            if (!more && read.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /**
     * All up to the next separator.
     *
     * @return whether there was one
     */
    private boolean collect() throws IOException {
        while (readPiece()) {
            boolean separates = beginsLine && afterBlank && isSeparator();
            boolean quoted = beginsLine && isQuoted();
            afterBlank = beginsLine && isBlank();
            beginsLine = piece[length - 1] == '\n';
            if (separates) {
                begun = true;
                return true;
            }
            message.write(piece, quoted ? 1 : 0, quoted ? length - 1 : length);
        }
        return false;
    }

    /** A line, or the next part of one that is very long. */
    private boolean readPiece() throws IOException {
        length = 0;
        while (length < PIECE) {
            int b = in.read();
            if (b < 0) {
                break;
            }
            piece[length++] = (byte) b;
            if (b == '\n') {
                break;
            }
        }
        return length > 0;
    }

    private boolean isSeparator() {
        return startsWithFrom(0) && SEPARATOR.matcher(beginning()).lookingAt();
    }

    private String beginning() {
        return new String(
                piece, 0, Math.min(length, LONGEST_SEPARATOR), StandardCharsets.ISO_8859_1);
    }

    private boolean isQuoted() {
        int at = 0;
        while (at < length && piece[at] == '>') {
            at++;
        }
        return at > 0 && startsWithFrom(at);
    }

    private boolean startsWithFrom(int at) {
        return length - at >= 5
                && piece[at] == 'F'
                && piece[at + 1] == 'r'
                && piece[at + 2] == 'o'
                && piece[at + 3] == 'm'
                && piece[at + 4] == ' ';
    }

    private boolean isBlank() {
        return length == 1 && piece[0] == '\n'
                || length == 2 && piece[0] == '\r' && piece[1] == '\n';
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
