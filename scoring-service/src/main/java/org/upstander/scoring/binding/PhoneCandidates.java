package org.upstander.scoring.binding;

/** Offers what looks like a phone number: runs of digits, and their parts. */
final class PhoneCandidates {
    private static final int MAX_PARTS = 12;

    private final CandidateWords words;
    private final CandidateSink sink;

    PhoneCandidates(CandidateWords words, CandidateSink sink) {
        this.words = words;
        this.sink = sink;
    }

    /** Words of digits with nothing but signs between them. */
    void offer(int first) {
        if (first > 0 && joinsDigits(first - 1)) {
            return;
        }
        int last = first;
        while (last + 1 < words.count() && last - first < MAX_PARTS && joinsDigits(last)) {
            last++;
        }
        int all = digits(first, last);
        if (all < 6) {
            return;
        }
        for (int a = first; a <= last; a++) {
            for (int b = a; b <= last; b++) {
                int n = digits(a, b);
                if (n >= 6 && n <= 15) {
                    sink.offer("phone", words.slice(a, b), words.start(a), words.end(b));
                }
            }
        }
        if (isNational(all)) {
            withCountryCodes(first, last);
        } else {
            listed(first, last);
        }
    }

    /** Several numbers one after another, with a comma or the like between them. */
    private void listed(int first, int last) {
        int from = first;
        for (int t = first; t <= last; t++) {
            boolean parted = t < last && isList(words.range(words.end(t), words.start(t + 1)));
            if ((parted || t == last) && (from > first || t < last)) {
                if (isNational(digits(from, t))) {
                    withCountryCodes(from, t);
                }
                from = t + 1;
            }
        }
    }

    private static boolean isList(String gap) {
        return gap.chars().anyMatch(c -> ",;|\n".indexOf(c) >= 0);
    }

    private static boolean isNational(int digits) {
        return digits >= 7 && digits <= 12;
    }

    /** A number is protected with its country code and posted without, as at home. */
    private void withCountryCodes(int first, int last) {
        String national = words.slice(first, last).replaceAll("[^0-9]", "").replaceFirst("^0+", "");
        int start = words.start(first);
        int end = words.end(last);
        for (String code : CountryCodes.ALL) {
            sink.offer("phone", code + national, start, end);
        }
    }

    private int digits(int first, int last) {
        int n = 0;
        for (int i = words.start(first); i < words.end(last); i++) {
            n += CandidateWords.isDigit(words.at(i)) ? 1 : 0;
        }
        return n;
    }

    /** Whether this word and the next are digits with at most three signs between them. */
    private boolean joinsDigits(int t) {
        int gap = words.start(t + 1) - words.end(t);
        return words.isNumber(t) && words.isNumber(t + 1) && gap <= 3;
    }
}
