package org.upstander.alert.notify;

import java.util.regex.Pattern;

/**
 * Text from outside, made harmless for chats and alerting systems: nothing of it becomes a link, a
 * mention, a markup or an expression of a template, whoever shows it or hands it on. Each channel
 * quotes it on top of this by its own means.
 */
final class PlainText {

    // A chat makes links of bare host names and addresses, too.
    private static final Pattern HOST_DOT =
            Pattern.compile(
                    "(?<=[\\p{L}\\p{N}])[.\\u3002\\uFF0E\\uFF61](?=[\\p{L}]{2}|\\d{1,3}\\.\\d)");
    private static final Pattern SCHEME =
            Pattern.compile("(?i)\\b(https?|ftp|mailto|tel|sms|javascript|data|slack):");
    private static final Pattern STACKED_MARKS = Pattern.compile("(\\p{M}{2})\\p{M}+");
    private static final Pattern NOT_OF_AN_ID = Pattern.compile("[^A-Za-z0-9._-]");

    private PlainText() {}

    /**
     * @return one line of at most {@code limit} code points and what takes links apart; {@code
     *     "unknown"} where nothing is left
     */
    static String of(String text, int limit) {
        String line = SafeText.unlinked(text, limit);
        line = STACKED_MARKS.matcher(line).replaceAll("$1");
        line = SCHEME.matcher(line).replaceAll("$1[:]");
        line = HOST_DOT.matcher(line).replaceAll("[.]");
        line =
                line.replace('<', '\u2039')
                        .replace('>', '\u203A')
                        .replace('`', '\'')
                        .replace("\uFF20", "(at)")
                        .replace("{", "( ")
                        .replace("}", " )");
        return line.isBlank() ? "unknown" : line;
    }

    /** An id of ours: letters, digits, {@code .}, {@code _} and {@code -}, whatever came in. */
    static String id(String id, int limit) {
        String kept = id == null ? "" : NOT_OF_AN_ID.matcher(id).replaceAll("");
        return of(kept, limit);
    }
}
