package org.upstander.scoring.binding;

/** Offers what looks like a phone number: runs of digits or words for them, and their parts. */
final class PhoneCandidates {
    private static final int MAX_PARTS = 12;

    private final CandidateWords words;
    private final CandidateSink sink;

    PhoneCandidates(CandidateWords words, CandidateSink sink) {
        this.words = words;
        this.sink = sink;
    }

    /** Numbers with nothing but signs between them. */
    void offer(int first) {
        if (!startsWithDigit(first) && !words.isNumber(first)
                || first > 0 && joinsDigits(first - 1)) {
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
                    sink.offer("phone", digitsOf(a, b), words.start(a), words.end(b));
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
        String national = digitsOf(first, last).replaceFirst("^0+", "");
        int start = words.start(first);
        int end = words.end(last);
        for (String code : CountryCodes.ALL) {
            sink.offer("phone", code + national, start, end);
        }
    }

    private int digits(int first, int last) {
        return digitsOf(first, last).length();
    }

    /** A first word may have letters behind its digits: it is read alone. */
    private String digitsOf(int first, int last) {
        return words.isNumber(first)
                ? words.digits(first, last)
                : words.slice(first, last).replaceAll("[^0-9]", "");
    }

    private boolean startsWithDigit(int word) {
        return CandidateWords.isDigit(words.at(words.start(word)));
    }

    /** Whether this word and the next are digits with at most three signs between them. */
    private boolean joinsDigits(int t) {
        int gap = words.start(t + 1) - words.end(t);
        return words.isNumber(t) && words.isNumber(t + 1) && gap <= 3;
    }
}
