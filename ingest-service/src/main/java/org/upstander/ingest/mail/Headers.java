package org.upstander.ingest.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.stream.Stream;

/** The header fields of a message or of a part, as far as they are of use. */
final class Headers {

    private static final int MOST_BYTES = 256 * 1024;
    private static final int LONGEST = 4 * 1024;

    /** Of recipients there may be many. */
    private static final int LONGEST_LIST = 64 * 1024;

    private final InternetHeaders fields;

    private Headers(InternetHeaders fields) {
        this.fields = fields;
    }

    /** What is no field is passed over, and what comes after 256 KiB. */
    static Headers of(byte[] bytes, int from, int to) {
        int first = firstSign(bytes, from, to);
        try {
            return new Headers(
                    new InternetHeaders(
                            new ByteArrayInputStream(
                                    bytes, first, Math.min(to - first, MOST_BYTES)),
                            true));
        } catch (MessagingException e) {
            return new Headers(new InternetHeaders()); // only where reading memory fails
        }
    }

    /** The library breaks at a line that goes on with a field where none was begun. */
    private static int firstSign(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] >= 0 && bytes[at] <= ' ') {
            at++;
        }
        return at;
    }

    /**
     * The first of that name, on one line.
     *
     * @return null where there is none
     */
    String line(String name) {
        String value = fields.getHeader(name, null);
        return value == null ? null : Chars.firstOf(MimeUtility.unfold(value), LONGEST);
    }

    /** All of that name, each on one line. */
    List<String> lines(String name) {
        String[] values = fields.getHeader(name);
        return values == null
                ? List.of()
                : Stream.of(values)
                        .map(value -> Chars.firstOf(MimeUtility.unfold(value), LONGEST_LIST))
                        .toList();
    }

    /** As {@link #line} where it is written for people: encoded words (RFC 2047) are decoded. */
    String prose(String name) {
        String value = line(name);
        if (value == null) {
            return null;
        }
        try {
            return Chars.oneLine(MimeUtility.decodeText(value));
        } catch (UnsupportedEncodingException e) {
            return Chars.oneLine(value); // a charset that nobody knows
        }
    }
}
