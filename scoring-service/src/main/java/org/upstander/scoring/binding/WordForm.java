package org.upstander.scoring.binding;

import java.nio.CharBuffer;
import java.util.Arrays;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.text.Folding;

/** How single words are read that are stretched, or written with digits and signs for letters. */
final class WordForm {
    private static final int LONGEST = 64;
    private static final String LEET_FROM = "0134578@$!\u00a1|\u00a3\u20ac\u00ae";
    private static final String LEET_TO = "oieastbasiileer";

    /** Signs that may be a word's last letter; others end a sentence. */
    private static final String LAST = "@$\u00a3\u20ac";

    private WordForm() {}

    /**
     * The word around a place, read as {@link Canonical#leet} reads it; null where that changes
     * nothing.
     */
    static String leetAround(FoldedText text, int from, int to) {
        char[] chars = text.chars();
        int start = from;
        while (start > from - LONGEST && start > 0 && isLeet(chars[start - 1])) {
            start--;
        }
        int end = to;
        while (end < to + LONGEST && end < text.length() && isLeet(chars[end])) {
            end++;
        }
        end = lastLetter(chars, from, end);
        while (start < from && chars[start] == '@') {
            start++;
        }
        if (end - start > LONGEST) {
            return null;
        }
        String word = deleet(chars, start, end);
        return word.contentEquals(CharBuffer.wrap(chars, start, end - start)) ? null : word;
    }

    /** Where a word ends that may be followed by signs. */
    static int lastLetter(char[] chars, int from, int to) {
        int end = to;
        while (end > from
                && !Folding.isWord(chars[end - 1])
                && (LAST.indexOf(chars[end - 1]) < 0 || end - 1 == from)) {
            end--;
        }
        return end;
    }

    /** Whether a letter stands three times in a row. */
    static boolean isStretched(char[] chars, int from, int to) {
        for (int i = from + 2; i < to; i++) {
            if (chars[i] == chars[i - 1] && chars[i] == chars[i - 2]) {
                return true;
            }
        }
        return false;
    }

    /** Whether it may stand for a letter. */
    static boolean isLeet(char c) {
        return Folding.isWord(c) || c == '*' || LEET_FROM.indexOf(c) >= 0;
    }

    /** Signs and digits as letters where there are letters beside them; stretched words short. */
    static String deleet(char[] chars, int from, int to) {
        boolean letter = false;
        for (int i = from; i < to; i++) {
            letter |= Character.isLetter(chars[i]);
        }
        char[] word = Arrays.copyOfRange(chars, from, to);
        if (letter) {
            for (int i = 0; i < word.length; i++) {
                int k = LEET_FROM.indexOf(word[i]);
                word[i] = k < 0 ? word[i] : LEET_TO.charAt(k);
            }
        }
        return isStretched(word, 0, word.length) ? once(word) : squeezed(word, 0, word.length);
    }

    /** Each run of a letter as one. */
    private static String once(char[] word) {
        StringBuilder out = new StringBuilder(word.length);
        for (char c : word) {
            if (out.isEmpty() || out.charAt(out.length() - 1) != c) {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** At most two equal letters in a row, as the words' hashes have it. */
    static String squeezed(char[] chars, int from, int to) {
        StringBuilder out = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            int n = out.length();
            if (n < 2 || out.charAt(n - 1) != chars[i] || out.charAt(n - 2) != chars[i]) {
                out.append(chars[i]);
            }
        }
        return out.toString();
    }
}
