package org.upstander.scoring.judgement;

import java.util.Arrays;
import org.upstander.scoring.domain.Mention;
import org.upstander.scoring.text.Folding;

/**
 * The features of one (text, person): n-grams of the whole text, those of the sentences about the
 * person, words by their distance from the person, and flags. Each belongs to a group that is
 * scaled by itself, so that a decisive sentence is not drowned in a long text.
 */
final class Features {
    static final int WHOLE = 0;
    static final int NEAR = 1;
    static final int FLAG = 2;
    static final int GROUPS = 3;

    private static final int CHAR_MIN = 3;
    private static final int CHAR_MAX = 5;
    private static final int WINDOW = 6;
    private static final int PRIME = 0x01000193;
    private static final int OF_OTHERS = 0x3C6EF372;

    private final MarkedText text;
    private int[] hashes = new int[2048];
    private int[] starts = new int[2048];
    private int[] ends = new int[2048];
    private int count;
    private final int[] groupEnds = new int[GROUPS];

    private int salt;

    private int words;
    private int[] wordStarts = new int[128];
    private int[] wordEnds = new int[128];
    private int[] wordHashes = new int[128];
    private int[] sentences = new int[128];

    Features(MarkedText text, Mention target, int othersMeant) {
        this.text = text;
        split();
        boolean[] about = sentencesAbout(target);
        whole(sentencesAboutOthers(about));
        groupEnds[WHOLE] = count;
        near(about);
        groupEnds[NEAR] = count;
        flags(target, othersMeant, about);
        groupEnds[FLAG] = count;
    }

    int count() {
        return count;
    }

    int hash(int feature) {
        return hashes[feature];
    }

    /** First judged character of a feature; a flag stands nowhere and has start = end. */
    int start(int feature) {
        return starts[feature];
    }

    int end(int feature) {
        return ends[feature];
    }

    int groupStart(int group) {
        return group == 0 ? 0 : groupEnds[group - 1];
    }

    int groupEnd(int group) {
        return groupEnds[group];
    }

    /** What each feature of a group counts. */
    float scale(int group) {
        int n = groupEnd(group) - groupStart(group);
        return group == FLAG ? 0.3f : (float) (1 / Math.sqrt(n + 1.0));
    }

    int words() {
        return words;
    }

    int wordStart(int word) {
        return wordStarts[word];
    }

    int wordEnd(int word) {
        return wordEnds[word];
    }

    int sentence(int word) {
        return sentences[word];
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
            addWord(start, i, hash, sentence);
            if (c == '.' || c == '!' || c == '?' || c == '\u2026') {
                sentence++;
            }
        }
    }

    private void addWord(int start, int end, int hash, int sentence) {
        if (words == wordStarts.length) {
            wordStarts = Arrays.copyOf(wordStarts, words * 2);
            wordEnds = Arrays.copyOf(wordEnds, words * 2);
            wordHashes = Arrays.copyOf(wordHashes, words * 2);
            sentences = Arrays.copyOf(sentences, words * 2);
        }
        wordStarts[words] = start;
        wordEnds[words] = end;
        wordHashes[words] = hash;
        sentences[words++] = sentence;
    }

    private void whole(boolean[] others) {
        char[] chars = text.chars();
        for (int w = 0; w < words; w++) {
            // What is said of a colleague is a feature of its own.
            salt = others[sentences[w]] ? OF_OTHERS : 0;
            add(wordHashes[w] * 31 + 1, wordStarts[w], wordEnds[w]);
            if (w > 0) {
                add(pair(w - 1, w) + 2, wordStarts[w - 1], wordEnds[w]);
            }
            if (w > 1) {
                add(pair(w - 2, w) * 7 + 3, wordStarts[w - 2], wordEnds[w]);
                add((pair(w - 2, w - 1) * PRIME) ^ wordHashes[w], wordStarts[w - 2], wordEnds[w]);
            }
            if (Character.isLetter(chars[wordStarts[w]])) {
                grams(wordStarts[w], wordEnds[w]);
            }
        }
        salt = 0;
    }

    /** Character n-grams of a word with its bounds. */
    private void grams(int start, int end) {
        char[] chars = text.chars();
        for (int i = start - 1; i <= end; i++) {
            int hash = 0x9E3779B9;
            for (int k = 1; k <= CHAR_MAX && i + k - 1 <= end; k++) {
                int at = i + k - 1;
                char c = at < start || at >= end ? ' ' : chars[at];
                hash = (hash ^ c) * PRIME;
                if (k >= CHAR_MIN) {
                    add(hash + k, Math.max(start, i), Math.min(end, at + 1));
                }
            }
        }
    }

    private String slice(int word) {
        return new String(text.chars(), wordStarts[word], wordEnds[word] - wordStarts[word]);
    }

    private int pair(int a, int b) {
        return wordHashes[a] * 0x5BD1E995 + wordHashes[b];
    }

    /**
     * Which sentences speak of the person: by a name, by "you" in an answer, by a pronoun after.
     */
    private boolean[] sentencesAbout(Mention target) {
        int n = words == 0 ? 1 : sentences[words - 1] + 1;
        boolean[] about = new boolean[n];
        boolean any = false;
        for (int w = 0; w < words; w++) {
            char c = text.chars()[wordStarts[w]];
            if (c == MarkedText.TARGET || c == MarkedText.YOU) {
                about[sentences[w]] = true;
                any = true;
            }
        }
        for (int w = 0; w < words; w++) {
            int s = sentences[w];
            boolean follows = s > 0 && about[s - 1] && !about[s];
            if (follows && Words.isThirdPerson(Folding.hash(slice(w)))) {
                about[s] = true;
            }
        }
        if (!any && target.spans().isEmpty()) {
            Arrays.fill(about, true);
        }
        return about;
    }

    /** Sentences that name a colleague and not the person. */
    private boolean[] sentencesAboutOthers(boolean[] about) {
        boolean[] others = new boolean[about.length];
        for (int w = 0; w < words; w++) {
            boolean colleague = text.chars()[wordStarts[w]] == MarkedText.OTHER;
            others[sentences[w]] |= colleague && !about[sentences[w]];
        }
        return others;
    }

    private void near(boolean[] about) {
        for (int w = 0; w < words; w++) {
            if (about[sentences[w]]) {
                add(wordHashes[w] * 131 + 11, wordStarts[w], wordEnds[w]);
                if (w > 0 && sentences[w - 1] == sentences[w]) {
                    add(pair(w - 1, w) * 131 + 12, wordStarts[w - 1], wordEnds[w]);
                }
            }
            char c = text.chars()[wordStarts[w]];
            if (c == MarkedText.TARGET || c == MarkedText.YOU) {
                around(w, c);
            }
        }
    }

    /** Words by side and distance from a place that means the person. */
    private void around(int place, char sign) {
        int from = Math.max(0, place - WINDOW);
        int to = Math.min(words - 1, place + WINDOW);
        for (int w = from; w <= to; w++) {
            if (w != place) {
                int distance = Math.abs(w - place);
                int bucket = distance == 1 ? 1 : distance <= 3 ? 2 : 3;
                int side = w < place ? 0 : 1;
                int key = sign * 64 + side * 8 + bucket;
                add((wordHashes[w] ^ (key * 0x27D4EB2D)) * PRIME, wordStarts[w], wordEnds[w]);
            }
        }
    }

    private void flags(Mention target, int othersMeant, boolean[] about) {
        boolean you = false;
        boolean named = false;
        for (int w = 0; w < words; w++) {
            char c = text.chars()[wordStarts[w]];
            you |= c == MarkedText.YOU;
            named |= c == MarkedText.TARGET;
        }
        int aboutCount = 0;
        for (boolean a : about) {
            aboutCount += a ? 1 : 0;
        }
        flag(1, target.how().ordinal());
        flag(2, target.answered() ? 1 : 0);
        flag(3, (you ? 1 : 0) + (named ? 2 : 0) + (target.answered() ? 4 : 0));
        flag(4, Math.min(3, othersMeant));
        flag(5, Math.min(8, 32 - Integer.numberOfLeadingZeros(words)));
        flag(6, Math.min(3, aboutCount) * 4 + Math.min(3, about.length));
        flag(7, target.protectedKind() == null ? 0 : 1);
    }

    private void flag(int name, int value) {
        add((name * 0x01000193 + value) * 0x27D4EB2D + 77, 0, 0);
    }

    private void add(int hash, int start, int end) {
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, count * 2);
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        int h = hash ^ salt;
        h ^= h >>> 16;
        h *= 0x7FEB352D;
        h ^= h >>> 15;
        h *= 0x846CA68B;
        h ^= h >>> 16;
        hashes[count] = h;
        starts[count] = start;
        ends[count++] = end;
    }
}
