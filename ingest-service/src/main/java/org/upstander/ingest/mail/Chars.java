package org.upstander.ingest.mail;

import java.util.regex.Pattern;

/** Characters that somebody else chose, made such that they can be written again. */
final class Chars {

    private static final char UNKNOWN = '\uFFFD';
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Cntrl}]+");

    private Chars() {}

    /** Without U+0000, which readers of mail do not show, and with U+FFFD for half characters. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean pair =
                    at + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(at + 1));
            if (pair) {
                clean.append(c).append(text.charAt(++at));
            } else if (c != 0) {
                clean.append(Character.isSurrogate(c) ? UNKNOWN : c);
            }
        }
        return clean.toString();
    }

    /** Clean, and with one space for any number of them and of ends of lines. */
    static String oneLine(String text) {
        return SPACES.matcher(clean(text)).replaceAll(" ").strip();
    }

    static String firstOf(String text, int limit) {
        return text.length() > limit ? text.substring(0, limit) : text;
    }
}
