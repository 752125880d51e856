package org.upstander.ingest.poll.feed;

import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.upstander.ingest.application.delivery.Unreadable;

/** XML as characters, without what a parser must not see. */
final class XmlText {

    /** Not by small letters of all: some characters have two, and then places do not fit. */
    private static final Pattern DOCTYPE = Pattern.compile("<!doctype", Pattern.CASE_INSENSITIVE);

    private XmlText() {}

    /**
     * By the charset of HTTP, else the byte order mark, else the declaration, else UTF-8; without a
     * document type, which some feeds still have and which could name entities, and with spaces for
     * characters that XML does not know.
     *
     * @param contentType header of HTTP, or null
     */
    static String of(byte[] bytes, String contentType) {
        try (Reader in = new XmlReader(new ByteArrayInputStream(bytes), contentType, true)) {
            StringWriter out = new StringWriter();
            in.transferTo(out);
            return withoutDoctype(known(out.toString()));
        } catch (IOException | IllegalArgumentException e) {
            throw new Unreadable("", "send a charset that is known");
        }
    }

    private static String known(String text) {
        StringBuilder known = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean control = c < ' ' && c != '\t' && c != '\n' && c != '\r';
            known.append(control || c == '\uFFFE' || c == '\uFFFF' ? ' ' : c);
        }
        return known.toString();
    }

    private static String withoutDoctype(String xml) {
        Matcher found = DOCTYPE.matcher(xml);
        if (!found.find() || elementBefore(xml, found.start())) {
            return xml;
        }
        int begin = found.start();
        int end = end(xml, found.end());
        return end < 0 ? xml.substring(0, begin) : xml.substring(0, begin) + xml.substring(end);
    }

    /** Then it is in a text, not before it. */
    private static boolean elementBefore(String xml, int end) {
        for (int at = xml.indexOf('<'); at >= 0 && at < end; at = xml.indexOf('<', at + 1)) {
            if (Character.isLetter(xml.charAt(at + 1))) {
                return true;
            }
        }
        return false;
    }

    /** After the &gt; that ends it: not one in quotes, nor within its own brackets. */
    private static int end(String xml, int from) {
        char quote = 0;
        boolean inside = false;
        for (int at = from; at < xml.length(); at++) {
            char c = xml.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[' || c == ']') {
                inside = c == '[';
            } else if (c == '>' && !inside) {
                return at + 1;
            }
        }
        return -1;
    }
}
