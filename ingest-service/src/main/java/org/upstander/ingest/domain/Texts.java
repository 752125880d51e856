package org.upstander.ingest.domain;

/** Questions about strings that a hostile author had in hand. */
final class Texts {

    private Texts() {}

    /** Whether it can be written as UTF-8 and read back: no lone surrogate, and no U+0000. */
    static boolean wellFormed(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == value.length() || !Character.isLowSurrogate(value.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether it has more than {@code limit} Unicode characters. */
    static boolean longerThan(String value, int limit) {
        return value.length() > limit && value.codePointCount(0, value.length()) > limit;
    }

    /** The first {@code limit} Unicode characters. */
    static String firstCharacters(String value, int limit) {
        return longerThan(value, limit)
                ? value.substring(0, value.offsetByCodePoints(0, limit))
                : value;
    }

    /**
     * As much of the beginning as fits.
     *
     * @param value well-formed
     * @param limit bytes of UTF-8
     * @return ends on a whole character; the very same string when all of it fits
     */
    static String firstBytes(String value, int limit) {
        if (value.length() <= limit / 3) {
            return value;
        }
        int bytes = 0;
        for (int i = 0; i < value.length(); ) {
            int codePoint = value.codePointAt(i);
            bytes += utf8Length(codePoint);
            if (bytes > limit) {
                return value.substring(0, i);
            }
            i += Character.charCount(codePoint);
        }
        return value;
    }

    /** An id of a refused item: its beginning, or null when it cannot be written. */
    static String fitToSendBack(String id) {
        return id == null || !wellFormed(id) ? null : firstCharacters(id, Limits.EXTERNAL_ID);
    }

    private static int utf8Length(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x10000 ? 3 : 4;
    }
}
