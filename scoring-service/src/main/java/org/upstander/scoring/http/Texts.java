package org.upstander.scoring.http;

/** Questions about strings that a hostile author had in hand. */
final class Texts {

    private Texts() {}

    /** Whether it can be written as UTF-8 and holds no U+0000. */
    static boolean wellFormed(String value) {
        return value.codePoints().noneMatch(c -> c == 0 || c >= 0xD800 && c <= 0xDFFF);
    }

    /** Whether it has more than {@code most} Unicode characters. */
    static boolean longerThan(String value, int most) {
        return value.length() > most && value.codePointCount(0, value.length()) > most;
    }

    static String firstCharacters(String value, int most) {
        return longerThan(value, most)
                ? value.substring(0, value.offsetByCodePoints(0, most))
                : value;
    }

    /** As many whole characters of the beginning as fit into {@code most} bytes of UTF-8. */
    static String firstBytes(String value, int most) {
        if (value.length() <= most / 3) {
            return value;
        }
        int bytes = 0;
        int end = 0;
        while (end < value.length()) {
            int codePoint = value.codePointAt(end);
            bytes += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
            if (bytes > most) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return value.substring(0, end);
    }

    /** A handle as it is stored: without the {@code @} that some feeds put before it. */
    static String withoutAt(String handle) {
        return handle == null ? null : handle.strip().replaceFirst("^@+", "");
    }
}
