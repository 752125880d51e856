package org.upstander.scoring.text;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.Arrays;

/**
 * What each character folds to: NFKC and case fold, marks left out, look-alikes of Latin letters to
 * those letters. Computed once from ICU's data for the characters that change at all.
 */
final class FoldTable {
    /** Marks a character that vanishes: marks, zero-width and direction characters. */
    static final char DROP = 0;

    /** Marks a character that becomes several: see {@link #expansion}. */
    static final char SEVERAL = 0xFFFF;

    /** No character grows to more than this, whatever its compatibility form. */
    static final int MAX_EXPANSION = 4;

    private static final Normalizer2 CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 DECOMPOSE = Normalizer2.getNFDInstance();
    private static final SpoofChecker LOOKALIKES = new SpoofChecker.Builder().build();

    private static final String SMALL_CAPITALS =
            "\u1d00\u0299\u1d04\u1d05\u1d07\ua730\u0262\u029c\u026a\u1d0a\u1d0b\u029f\u1d0d\u0274"
                    + "\u1d0f\u1d18\ua7af\u01eb\u0280\ua731\u1d1b\u1d1c\u1d20\u1d21\u028f\u1d22";
    private static final String SMALL_CAPITALS_TO = "abcdefghijklmnopqqrstuvwyz";

    /** Blocks of 26 letters in boxes and circles that have no compatibility form. */
    private static final int[] BOXED = {0x1F130, 0x1F150, 0x1F170, 0x1F1E6};

    private static final char[] SINGLE = new char[0x10000];
    private static final String[] MULTI = new String[0x10000];

    static {
        for (int c = 0; c < SINGLE.length; c++) {
            SINGLE[c] = (char) c;
        }
        // Between these lie ideographs, Hangul and surrogates, which fold to themselves.
        fill(0, 0x3400);
        fill(0xA640, 0xAC00);
        fill(0xE000, 0x10000);
    }

    private FoldTable() {}

    /** The folded character, {@link #DROP} or {@link #SEVERAL}. */
    static char fold(char c) {
        return SINGLE[c];
    }

    static String expansion(char c) {
        return MULTI[c];
    }

    /** Folds a character beyond the basic plane: mathematical letters become plain ones. */
    static String foldSupplementary(int codePoint) {
        for (int block : BOXED) {
            if (codePoint >= block && codePoint < block + 26) {
                return Character.toString('a' + codePoint - block);
            }
        }
        return stable(codePoint);
    }

    private static void fill(int from, int to) {
        for (int c = from; c < to; c++) {
            if (Character.isSurrogate((char) c)) {
                continue;
            }
            if (c == SEVERAL) {
                // Not a character, and taken as the sign here.
                SINGLE[c] = DROP;
                continue;
            }
            String folded = stable(c);
            if (folded.isEmpty()) {
                SINGLE[c] = DROP;
            } else if (folded.length() == 1) {
                SINGLE[c] = folded.charAt(0);
            } else {
                SINGLE[c] = SEVERAL;
                MULTI[c] = folded;
            }
        }
    }

    /** Folds until nothing changes, so that folding a folded text changes nothing. */
    private static String stable(int codePoint) {
        String now = Character.toString(codePoint);
        for (int round = 0; round < 4; round++) {
            StringBuilder next = new StringBuilder();
            now.codePoints().forEach(c -> next.append(once(c)));
            if (next.length() > MAX_EXPANSION) {
                next.setLength(MAX_EXPANSION);
            }
            if (next.toString().equals(now)) {
                break;
            }
            now = next.toString();
        }
        return now;
    }

    private static String once(int c) {
        if (c < 0x80) {
            return c <= ' ' || c == 0x7F ? " " : Character.toString(Character.toLowerCase(c));
        }
        if (isInvisible(c)) {
            return "";
        }
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            return " ";
        }
        if (c >= 0x2B9 && c <= 0x2BF) {
            return "'";
        }
        int small = SMALL_CAPITALS.indexOf(c);
        if (small >= 0) {
            return SMALL_CAPITALS_TO.substring(small, small + 1);
        }
        String latin = latinLookalike(c);
        if (latin != null) {
            return latin;
        }
        return withoutMarks(DECOMPOSE.normalize(CASEFOLD.normalize(Character.toString(c))));
    }

    private static String latinLookalike(int c) {
        if (!Character.isLetter(c)) {
            return null;
        }
        String letters =
                withoutMarks(DECOMPOSE.normalize(CASEFOLD.normalize(Character.toString(c))));
        if (letters.chars().allMatch(x -> x < 0x80)) {
            return null;
        }
        // The case as written first: a capital may look like a Latin one where the small does not.
        int[] shapes = {c, Character.toLowerCase(c), Character.toUpperCase(c)};
        return Arrays.stream(shapes)
                .mapToObj(FoldTable::shape)
                .filter(s -> s != null)
                .findFirst()
                .orElse(null);
    }

    private static String shape(int c) {
        String skeleton =
                withoutMarks(DECOMPOSE.normalize(LOOKALIKES.getSkeleton(Character.toString(c))));
        boolean latin =
                !skeleton.isEmpty()
                        && skeleton.length() <= 2
                        && skeleton.chars().allMatch(x -> x < 0x80 && Character.isLetter(x));
        // ICU's prototype of a small l is the capital I's too; keep what the eye reads.
        return latin ? CASEFOLD.normalize(skeleton) : null;
    }

    private static String withoutMarks(String s) {
        StringBuilder kept = new StringBuilder(s.length());
        s.codePoints().filter(c -> !isInvisible(c)).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isInvisible(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT
                || c == 0x115F
                || c == 0x1160
                || c == 0x3164
                || c == 0xFFA0;
    }
}
