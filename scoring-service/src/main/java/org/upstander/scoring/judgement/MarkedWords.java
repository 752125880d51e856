package org.upstander.scoring.judgement;

import java.util.Arrays;

/** A marked text's words and signs, each with its hash and the sentence that it stands in. */
final class MarkedWords {
    private static final int PRIME = 0x01000193;

    private final MarkedText text;
    private int count;
    private int[] starts = new int[128];
    private int[] ends = new int[128];
    private int[] hashes = new int[128];
    private int[] sentences = new int[128];

    MarkedWords(MarkedText text) {
        this.text = text;
        split();
    }

    int count() {
        return count;
    }

    /** First judged character of a word. */
    int start(int word) {
        return starts[word];
    }

    /** One past its last. */
    int end(int word) {
        return ends[word];
    }

    int hash(int word) {
        return hashes[word];
    }

    int sentence(int word) {
        return sentences[word];
    }

    /** How many sentences there are; an empty text is one. */
    int sentences() {
        return count == 0 ? 1 : sentences[count - 1] + 1;
    }

    /** A word's first character, which may be a mark. */
    char first(int word) {
        return text.chars()[starts[word]];
    }

    /** Whether it is a place of the person who is judged for, a "you" that means them included. */
    boolean isTarget(int word) {
        return first(word) == MarkedText.TARGET || first(word) == MarkedText.YOU;
    }

    String slice(int word) {
        return new String(text.chars(), starts[word], ends[word] - starts[word]);
    }

    /** Two words as one hash. */
    int pair(int a, int b) {
        return hashes[a] * 0x5BD1E995 + hashes[b];
    }

    private void split() {
        char[] chars = text.chars();
        int sentence = 0;
        int i = 0;
        while (i < text.length()) {
            char c = chars[i];
            if (c == ' ') {
                i++;
                continue;
            }
            int start = i;
            int hash = 0x811C9DC5;
            if (MarkedText.isWord(c)) {
                boolean mark = MarkedText.isMark(c);
                do {
                    hash = (hash ^ chars[i++]) * PRIME;
                } while (!mark
                        && i < text.length()
                        && chars[i] > MarkedText.NUMBER
                        && MarkedText.isWord(chars[i]));
            } else {
                hash = (hash ^ c) * PRIME;
                i++;
            }
            add(start, i, hash, sentence);
            if (c == '.' || c == '!' || c == '?' || c == '\u2026') {
                sentence++;
            }
        }
    }

    private void add(int start, int end, int hash, int sentence) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            hashes = Arrays.copyOf(hashes, count * 2);
            sentences = Arrays.copyOf(sentences, count * 2);
        }
        starts[count] = start;
        ends[count] = end;
        hashes[count] = hash;
        sentences[count++] = sentence;
    }
}
