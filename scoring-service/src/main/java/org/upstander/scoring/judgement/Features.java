package org.upstander.scoring.judgement;

import org.upstander.scoring.domain.Mention;

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
    private final MarkedWords words;
    private final Sentences sentences;
    private final FeatureList list = new FeatureList();
    private final int[] groupEnds = new int[GROUPS];

    Features(MarkedText text, Mention target, int othersMeant) {
        this.text = text;
        this.words = new MarkedWords(text);
        this.sentences = new Sentences(words, target);
        whole();
        groupEnds[WHOLE] = list.count();
        near();
        groupEnds[NEAR] = list.count();
        flags(target, othersMeant);
        groupEnds[FLAG] = list.count();
    }

    int count() {
        return list.count();
    }

    int hash(int feature) {
        return list.hash(feature);
    }

    /** First judged character of a feature; a flag stands nowhere and has start = end. */
    int start(int feature) {
        return list.start(feature);
    }

    int end(int feature) {
        return list.end(feature);
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

    /** The words that the features were taken from. */
    MarkedWords words() {
        return words;
    }

    private void whole() {
        for (int w = 0; w < words.count(); w++) {
            // What is said of a colleague is a feature of its own.
            list.salt(sentences.isAboutOthers(words.sentence(w)) ? OF_OTHERS : 0);
            list.add(words.hash(w) * 31 + 1, words.start(w), words.end(w));
            if (w > 0) {
                list.add(words.pair(w - 1, w) + 2, words.start(w - 1), words.end(w));
            }
            if (w > 1) {
                list.add(words.pair(w - 2, w) * 7 + 3, words.start(w - 2), words.end(w));
                list.add(
                        (words.pair(w - 2, w - 1) * PRIME) ^ words.hash(w),
                        words.start(w - 2),
                        words.end(w));
            }
            if (Character.isLetter(words.first(w))) {
                grams(words.start(w), words.end(w));
            }
        }
        list.salt(0);
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
                    list.add(hash + k, Math.max(start, i), Math.min(end, at + 1));
                }
            }
        }
    }

    private void near() {
        for (int w = 0; w < words.count(); w++) {
            if (sentences.isAbout(words.sentence(w))) {
                list.add(words.hash(w) * 131 + 11, words.start(w), words.end(w));
                if (w > 0 && words.sentence(w - 1) == words.sentence(w)) {
                    list.add(words.pair(w - 1, w) * 131 + 12, words.start(w - 1), words.end(w));
                }
            }
            if (words.isTarget(w)) {
                around(w, words.first(w));
            }
        }
    }

    /** Words by side and distance from a place that means the person. */
    private void around(int place, char sign) {
        int from = Math.max(0, place - WINDOW);
        int to = Math.min(words.count() - 1, place + WINDOW);
        for (int w = from; w <= to; w++) {
            if (w != place) {
                int distance = Math.abs(w - place);
                int bucket = distance == 1 ? 1 : distance <= 3 ? 2 : 3;
                int side = w < place ? 0 : 1;
                int key = sign * 64 + side * 8 + bucket;
                list.add(
                        (words.hash(w) ^ (key * 0x27D4EB2D)) * PRIME, words.start(w), words.end(w));
            }
        }
    }

    private void flags(Mention target, int othersMeant) {
        boolean you = false;
        boolean named = false;
        for (int w = 0; w < words.count(); w++) {
            you |= words.first(w) == MarkedText.YOU;
            named |= words.first(w) == MarkedText.TARGET;
        }
        flag(1, target.how().ordinal());
        flag(2, target.answered() ? 1 : 0);
        flag(3, (you ? 1 : 0) + (named ? 2 : 0) + (target.answered() ? 4 : 0));
        flag(4, Math.min(3, othersMeant));
        flag(5, Math.min(8, 32 - Integer.numberOfLeadingZeros(words.count())));
        flag(6, Math.min(3, sentences.countAbout()) * 4 + Math.min(3, sentences.count()));
        flag(7, target.protectedKind() == null ? 0 : 1);
    }

    private void flag(int name, int value) {
        list.add((name * 0x01000193 + value) * 0x27D4EB2D + 77, 0, 0);
    }
}
