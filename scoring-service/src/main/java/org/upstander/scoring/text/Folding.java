package org.upstander.scoring.text;

import java.util.Arrays;
import org.upstander.scoring.application.TextFolder;
import org.upstander.scoring.domain.FoldedText;

/**
 * Folds a text once, in one pass, with the offsets kept. Plain ASCII, most of what passes, keeps
 * its offsets and takes the short way.
 */
public final class Folding implements TextFolder {
    /** Factor of the words' polynomial hash. */
    static final int PRIME = 0x01000193;

    private static final byte WORD = (byte) 0x80;
    private static final byte[] ASCII = new byte[128];

    static {
        for (int c = 0; c < ASCII.length; c++) {
            int folded = c <= ' ' || c == 0x7F ? ' ' : Character.toLowerCase(c);
            boolean word = folded >= 'a' && folded <= 'z' || folded >= '0' && folded <= '9';
            ASCII[c] = (byte) (folded | (word ? WORD : 0));
        }
    }

    @Override
    public FoldedText fold(String text) {
        FoldedText folded = ascii(text);
        return folded != null ? folded : general(text);
    }

    /** The hash that a word in a folded text has. */
    public static int hash(CharSequence folded) {
        int h = 0;
        int last = 0;
        int beforeLast = 0;
        for (int i = 0; i < folded.length(); i++) {
            int c = folded.charAt(i);
            if (c != last || c != beforeLast) {
                h = h * PRIME + c;
                beforeLast = last;
                last = c;
            }
        }
        return h;
    }

    /** Whether a folded character belongs to a word. */
    public static boolean isWord(char folded) {
        return folded < 128 ? ASCII[folded] < 0 : Character.isLetterOrDigit(folded);
    }

    /** Returns null at the first character that is not ASCII, or that is markup. */
    private static FoldedText ascii(String text) {
        int n = text.length();
        char[] out = new char[n];
        WordList words = new WordList(n);
        int start = -1;
        int h = 0;
        int last = 0;
        int beforeLast = 0;
        for (int i = 0; i < n; i++) {
            char c = text.charAt(i);
            if (c >= 128) {
                return null;
            }
            byte entry = ASCII[c];
            int folded = entry & 0x7F;
            out[i] = (char) folded;
            if (entry < 0) {
                if (start < 0) {
                    start = i;
                    h = 0;
                    last = 0;
                    beforeLast = 0;
                }
                if (folded != last || folded != beforeLast) {
                    h = h * PRIME + folded;
                    beforeLast = last;
                    last = folded;
                }
            } else {
                if (Markup.isSign(c) && Markup.begins(text, i)) {
                    return null;
                }
                if (start >= 0) {
                    words.add(start, i, h);
                    start = -1;
                }
            }
        }
        if (start >= 0) {
            words.add(start, n, h);
        }
        return new FoldedText(text, out, n, null, words.toTokens());
    }

    private static FoldedText general(String text) {
        FoldPass pass = new FoldPass(text);
        pass.run();
        return pass.result();
    }

    /** Words of characters that are folded already. */
    static FoldedText.Tokens words(char[] chars, int length) {
        WordList words = new WordList(length);
        int start = -1;
        int h = 0;
        int last = 0;
        int beforeLast = 0;
        for (int i = 0; i < length; i++) {
            char c = chars[i];
            if (isWord(c)) {
                if (start < 0) {
                    start = i;
                    h = 0;
                    last = 0;
                    beforeLast = 0;
                }
                if (c != last || c != beforeLast) {
                    h = h * PRIME + c;
                    beforeLast = last;
                    last = c;
                }
            } else if (start >= 0) {
                words.add(start, i, h);
                start = -1;
            }
        }
        if (start >= 0) {
            words.add(start, length, h);
        }
        return words.toTokens();
    }

    /** Growing parallel arrays. */
    private static final class WordList {
        private int count;
        private int[] starts;
        private int[] ends;
        private int[] hashes;

        WordList(int length) {
            int room = length / 4 + 8;
            starts = new int[room];
            ends = new int[room];
            hashes = new int[room];
        }

        void add(int start, int end, int hash) {
            if (count == starts.length) {
                int room = count * 2;
                starts = Arrays.copyOf(starts, room);
                ends = Arrays.copyOf(ends, room);
                hashes = Arrays.copyOf(hashes, room);
            }
            starts[count] = start;
            ends[count] = end;
            hashes[count++] = hash;
        }

        FoldedText.Tokens toTokens() {
            return new FoldedText.Tokens(count, starts, ends, hashes);
        }
    }
}
