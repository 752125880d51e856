package org.upstander.ingest.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.angus.mail.util.BASE64DecoderStream;
import org.eclipse.angus.mail.util.QPDecoderStream;
import org.upstander.ingest.domain.Original;

/**
 * A message, or a part of one: bytes that are shared, not copied. Cut up here and not by the
 * library, which would make thousands of objects of a message that says it has thousands of parts.
 *
 * @param begin of the whole
 * @param body where the header ends
 */
record MimePart(byte[] bytes, int begin, int body, int end, Headers headers, MediaType type) {

    static MimePart of(byte[] bytes, int begin, int end) {
        int body = bodyIn(bytes, begin, end);
        Headers headers = Headers.of(bytes, begin, body);
        return new MimePart(
                bytes, begin, body, end, headers, MediaType.of(headers.line("Content-Type")));
    }

    /** As evidence: copied, for the buffer is used again. */
    Original original() {
        return Original.copied(bytes, begin, end, "message/rfc822");
    }

    /** Blank lines before its header are passed over. */
    static MimePart message(byte[] bytes, int begin, int end) {
        int at = begin;
        while (at < end && (bytes[at] == '\r' || bytes[at] == '\n')) {
            at++;
        }
        return of(bytes, at, end);
    }

    /** After the first blank line. */
    private static int bodyIn(byte[] bytes, int begin, int end) {
        int line = begin;
        while (line < end) {
            int next = nextLine(bytes, line, end);
            int length = next - line;
            boolean blank = length == 1 || length == 2 && bytes[line] == '\r';
            if (blank && bytes[next - 1] == '\n') {
                return next;
            }
            line = next;
        }
        return end;
    }

    private static int nextLine(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] != '\n') {
            at++;
        }
        return Math.min(end, at + 1);
    }

    /** Something to keep, not to read. */
    boolean isAttachment() {
        String disposition = headers.line("Content-Disposition");
        return disposition != null
                && disposition.strip().toLowerCase(Locale.ROOT).startsWith("attachment");
    }

    /** The message that it carries. */
    MimePart carried() {
        String encoding = encoding();
        if (!encoding.equals("base64") && !encoding.equals("quoted-printable")) {
            return message(bytes, body, end);
        }
        byte[] decoded = decoded(end - body);
        return message(decoded, 0, decoded.length);
    }

    /**
     * Its body, decoded as far as that can be done.
     *
     * @param most bytes
     */
    byte[] decoded(int most) {
        InputStream raw = new ByteArrayInputStream(bytes, body, end - body);
        InputStream in =
                switch (encoding()) {
                    case "base64" -> new BASE64DecoderStream(raw, true);
                    case "quoted-printable" -> new QPDecoderStream(raw);
                    default -> raw;
                };
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.min(most, end - body));
        byte[] some = new byte[8 * 1024];
        try {
            for (int read = in.read(some); read > 0; read = in.read(some)) {
                out.write(some, 0, Math.min(read, most - out.size()));
                if (out.size() == most) {
                    break;
                }
            }
        } catch (IOException e) {
            // broken from there on
        }
        return out.toByteArray();
    }

    private String encoding() {
        String encoding = headers.line("Content-Transfer-Encoding");
        return encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * The parts of a multipart.
     *
     * @param most beyond these they are not read
     */
    List<MimePart> parts(int most) {
        List<MimePart> parts = new ArrayList<>();
        byte[] mark = mark();
        int part = -1;
        for (int line = body; line < end && mark.length > 0 && parts.size() < most; ) {
            int next = nextLine(bytes, line, end);
            String after = after(mark, line, next);
            boolean last = after != null && after.startsWith("--");
            if (last || after != null && after.isBlank()) {
                if (part >= 0) {
                    parts.add(of(bytes, part, withoutBreak(part, line)));
                }
                part = next;
                if (last) {
                    return parts;
                }
            }
            line = next;
        }
        if (part >= 0 && part < end && parts.size() < most) {
            parts.add(of(bytes, part, end));
        }
        return parts;
    }

    /** What begins a line between two parts: named, or else the first that looks like it. */
    private byte[] mark() {
        if (type.boundary() != null) {
            return ("--" + type.boundary()).getBytes(StandardCharsets.ISO_8859_1);
        }
        for (int line = body; line < end; line = nextLine(bytes, line, end)) {
            if (bytes[line] == '-' && line + 2 < end && bytes[line + 1] == '-') {
                int length = Math.min(200, nextLine(bytes, line, end) - line);
                return new String(bytes, line, length, StandardCharsets.ISO_8859_1)
                        .stripTrailing()
                        .getBytes(StandardCharsets.ISO_8859_1);
            }
        }
        return new byte[0];
    }

    /** The beginning of what stands after the mark on that line; null where the mark is not. */
    private String after(byte[] mark, int line, int next) {
        if (next - line < mark.length) {
            return null;
        }
        for (int at = 0; at < mark.length; at++) {
            if (bytes[line + at] != mark[at]) {
                return null;
            }
        }
        int from = line + mark.length;
        return new String(bytes, from, Math.min(200, next - from), StandardCharsets.ISO_8859_1);
    }

    /** The end of a line before a mark belongs to the mark. */
    private int withoutBreak(int from, int to) {
        int at = to;
        if (at > from && bytes[at - 1] == '\n') {
            at--;
        }
        if (at > from && bytes[at - 1] == '\r') {
            at--;
        }
        return at;
    }

    @Override
    public String toString() {
        return "MimePart[" + (end - begin) + " bytes]"; // nothing of what they say
    }
}
