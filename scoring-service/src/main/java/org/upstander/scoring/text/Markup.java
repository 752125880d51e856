package org.upstander.scoring.text;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * HTML and Markdown signs that a reader does not see: {@code Da<b>na</b>}, {@code D&#97;na}, {@code
 * Da**na**}. Only what is certainly markup; whatever else looks like it stays text. Each look goes
 * at most {@value #REACH} characters ahead.
 */
final class Markup {
    private static final int REACH = 200;
    private static final int MARKDOWN_REACH = 40;
    private static final String MARKDOWN = "*_~|";

    /** Tags within a word's line. */
    private static final Set<String> INLINE =
            Set.of(
                    ("a b big code del em font i ins mark s small span strike strong sub sup tt u"
                                    + " wbr")
                            .split(" "));

    /** Tags that part words. */
    private static final Set<String> BLOCK =
            Set.of(
                    ("blockquote br div h1 h2 h3 h4 h5 h6 hr img li ol p pre table td th tr ul")
                            .split(" "));

    private static final Map<String, String> ENTITIES =
            Map.of(
                    "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "shy",
                    "", "zwnj", "", "zwj", "");

    private Markup() {}

    /**
     * A sign of markup.
     *
     * @param length of it in the text
     * @param read what stands there for a reader; may be empty
     */
    record Sign(int length, String read) {}

    /** Whether a tag, an entity or a Markdown sign begins here. */
    static boolean begins(String text, int at) {
        return isSign(text.charAt(at)) && (at(text, at) != null || closing(text, at) > 0);
    }

    /** Whether it is worth a look. */
    static boolean isSign(char c) {
        return c == '<' || c == '&' || MARKDOWN.indexOf(c) >= 0;
    }

    /** The tag or entity that begins here, or null. */
    static Sign at(String text, int at) {
        return switch (text.charAt(at)) {
            case '<' -> tag(text, at);
            case '&' -> entity(text, at);
            default -> null;
        };
    }

    /** Where a pair of Markdown signs that opens here closes, within one word; or 0. */
    static int closing(String text, int at) {
        char sign = text.charAt(at);
        if (MARKDOWN.indexOf(sign) < 0 || !isPair(text, at, sign) || isPair(text, at + 1, sign)) {
            return 0;
        }
        int to = Math.min(text.length() - 1, at + MARKDOWN_REACH);
        for (int i = at + 2; i < to; i++) {
            char c = text.charAt(i);
            if (c == sign && isPair(text, i, sign)) {
                return i > at + 2 ? i : 0;
            }
            if (!Character.isLetterOrDigit(c) && c < 128) {
                return 0;
            }
        }
        return 0;
    }

    private static boolean isPair(String text, int at, char sign) {
        return at + 1 < text.length() && text.charAt(at) == sign && text.charAt(at + 1) == sign;
    }

    private static Sign tag(String text, int at) {
        int to = Math.min(text.length(), at + REACH);
        int end = at + 1;
        while (end < to && text.charAt(end) != '>') {
            if (text.charAt(end) == '<') {
                return null;
            }
            end++;
        }
        if (end == to) {
            return null;
        }
        int length = end + 1 - at;
        if (text.startsWith("!--", at + 1)) {
            return new Sign(length, "");
        }
        int from = text.charAt(at + 1) == '/' ? at + 2 : at + 1;
        int name = from;
        while (name < end && Character.isLetterOrDigit(text.charAt(name))) {
            name++;
        }
        String tag = text.substring(from, name).toLowerCase(Locale.ROOT);
        boolean whole = name == end || " /".indexOf(text.charAt(name)) >= 0;
        if (whole && INLINE.contains(tag)) {
            return new Sign(length, "");
        }
        return whole && BLOCK.contains(tag) ? new Sign(length, " ") : null;
    }

    private static Sign entity(String text, int at) {
        int to = Math.min(text.length(), at + 10);
        int end = at + 1;
        while (end < to && text.charAt(end) != ';') {
            end++;
        }
        if (end == to) {
            return null;
        }
        String name = text.substring(at + 1, end);
        String read = name.startsWith("#") ? numbered(name.substring(1)) : ENTITIES.get(name);
        return read == null ? null : new Sign(end + 1 - at, read);
    }

    private static String numbered(String number) {
        boolean hex = number.startsWith("x") || number.startsWith("X");
        String digits = hex ? number.substring(1) : number;
        try {
            int codePoint = Integer.parseUnsignedInt(digits, hex ? 16 : 10);
            boolean character =
                    Character.isValidCodePoint(codePoint)
                            && Character.getType(codePoint) != Character.SURROGATE;
            return character ? Character.toString(codePoint) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
