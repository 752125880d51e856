package org.upstander.scoring.binding;

/** Offers what looks like a legal name. */
final class NameCandidates {
    private final CandidateWords words;
    private final CandidateSink sink;

    NameCandidates(CandidateWords words, CandidateSink sink) {
        this.words = words;
        this.sink = sink;
    }

    /** A run of words that may be a legal name: capitals or unusual words, one of them unusual. */
    void offer(int first) {
        if (!nameLike(first) || first > 0 && nameLike(first - 1)) {
            return;
        }
        int last = first;
        while (last + 1 < words.count()
                && nameLike(last + 1)
                && words.start(last + 1) - words.end(last) <= 2) {
            last++;
        }
        for (int a = first; a < last; a++) {
            boolean unusual = !words.isCommon(a);
            for (int b = a + 1; b <= last && b < a + 4; b++) {
                unusual |= !words.isCommon(b);
                if (unusual) {
                    sink.offerPlace("name", words.start(a), words.end(b));
                }
            }
        }
    }

    private boolean nameLike(int t) {
        return !words.isCommon(t) || Character.isUpperCase(words.original(t));
    }
}
