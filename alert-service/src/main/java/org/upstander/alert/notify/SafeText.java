package org.upstander.alert.notify;

/** Text from outside, made harmless for a header, a line of a mail or a field of a payload. */
public final class SafeText {

    private SafeText() {}

    /**
     * One line: no control, format (bidi, zero-width), surrogate or private-use characters, runs of
     * white space as one space, cut to {@code limit} code points.
     */
    public static String line(String text, int limit) {
        StringBuilder line = new StringBuilder();
        int length = 0;
        boolean space = false;
        for (int i = 0; text != null && i < text.length() && length < limit; ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                space = length > 0;
            } else if (printable(point)) {
                if (space && length + 1 < limit) {
                    line.append(' ');
                    length++;
                }
                space = false;
                line.appendCodePoint(point);
                length++;
            }
        }
        return line.toString();
    }

    /** A {@link #line} that no mail program turns into a link. */
    public static String unlinked(String text, int limit) {
        return line(text, limit)
                .replace("://", "[:]//")
                .replaceAll("(?i)\\bwww\\.", "www[.]")
                .replace("@", "(at)");
    }

    private static boolean printable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> point != 0x115F && point != 0x1160 && point != 0x3164 && point != 0x034F;
        };
    }
}
