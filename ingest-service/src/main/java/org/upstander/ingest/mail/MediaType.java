package org.upstander.ingest.mail;

import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.ParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a part is.
 *
 * @param name {@code text/plain}, in small letters
 * @param charset as it is named, or null
 * @param boundary between its parts, or null
 */
record MediaType(String name, String charset, String boundary) {

    private static final MediaType PLAIN = new MediaType("text/plain", null, null);
    private static final Pattern CHARSET = parameter("charset");
    private static final Pattern BOUNDARY = parameter("boundary");

    /**
     * @param header as it came, or null
     */
    static MediaType of(String header) {
        if (header == null || header.isBlank()) {
            return PLAIN;
        }
        try {
            ContentType type = new ContentType(header);
            return new MediaType(
                    type.getBaseType().toLowerCase(Locale.ROOT),
                    type.getParameter("charset"),
                    type.getParameter("boundary"));
        } catch (ParseException e) {
            return broken(header);
        }
    }

    /** As far as it can be guessed. */
    private static MediaType broken(String header) {
        String name = header.split("[;\\s]", 2)[0].toLowerCase(Locale.ROOT);
        return new MediaType(
                name.indexOf('/') > 0 ? name : PLAIN.name,
                found(CHARSET, header),
                found(BOUNDARY, header));
    }

    private static Pattern parameter(String name) {
        return Pattern.compile(
                "[;\\s]" + name + "\\s{0,9}=\\s{0,9}\"?([^\";\\s]{1,200})",
                Pattern.CASE_INSENSITIVE);
    }

    private static String found(Pattern parameter, String header) {
        Matcher matcher = parameter.matcher(header);
        return matcher.find() ? matcher.group(1) : null;
    }

    boolean isPlain() {
        return name.equals("text/plain");
    }

    boolean isHtml() {
        return name.equals("text/html");
    }

    boolean isMessage() {
        return name.equals("message/rfc822") || name.equals("message/global");
    }

    boolean isMultipart() {
        return name.startsWith("multipart/");
    }

    /** Whether its parts say the same in several forms. */
    boolean isAlternative() {
        return name.equals("multipart/alternative");
    }
}
