package org.upstander.scoring.binding;

import java.util.Set;

/** Offers what looks like a street with its number, in either order. */
final class StreetCandidates {
    private static final Set<String> STREETS =
            Set.of(
                    ("lane street st road rd avenue ave close court ct rise row "
                                    + "drive dr way terrace place square quay crescent walk view "
                                    + "house cottage flat apt unit straße strasse weg platz rue "
                                    + "calle via rua plaza laan straat")
                            .split(" "));
    private static final Set<String> NUMBER_WORDS = Set.of("no", "nr", "number", "num", "n");

    private final CandidateWords words;
    private final boolean somebodyMeant;
    private final CandidateSink sink;

    StreetCandidates(CandidateWords words, boolean somebodyMeant, CandidateSink sink) {
        this.words = words;
        this.somebodyMeant = somebodyMeant;
        this.sink = sink;
    }

    /** Around a house number. */
    void offerNumber(int number) {
        if (words.end(number) - words.start(number) > 5 || !streetNear(number)) {
            return;
        }
        windows(number, number, 2, 5);
        for (int n = 2; n <= 5 && number - n + 1 >= 0; n++) {
            windows(number - n + 1, number - n + 1, n, n);
        }
        if (somebodyMeant) {
            windows(Math.max(0, number - 3), number, 4, 6);
        }
        String house = words.slice(number, number);
        int before = number - 1;
        if (before >= 0 && NUMBER_WORDS.contains(words.slice(before, before))) {
            before--;
        }
        for (int n = 1; n <= 4; n++) {
            if (before - n + 1 >= 0) {
                String street = words.slice(before - n + 1, before);
                int start = words.start(before - n + 1);
                sink.offer("street", house + " " + street, start, words.end(number));
            }
            if (number + n < words.count()) {
                String street = words.slice(number + 1, number + n);
                int end = words.end(number + n);
                sink.offer("street", street + " " + house, words.start(number), end);
            }
        }
    }

    private boolean streetNear(int number) {
        int to = Math.min(words.count() - 1, number + 2);
        for (int t = Math.max(0, number - 2); t <= to; t++) {
            boolean word = t != number && words.end(t) - words.start(t) > 3;
            if (word && !words.isCommon(t)
                    || t != number
                            && Character.isUpperCase(words.original(t))
                            && STREETS.contains(words.slice(t, t))) {
                return true;
            }
        }
        return false;
    }

    /** Around a word like "lane", without a number; only if somebody is meant. */
    void offerName(int t) {
        if (somebodyMeant && STREETS.contains(words.slice(t, t))) {
            windows(Math.max(0, t - 4), Math.max(0, t - 1), 2, 6);
        }
    }

    /** Every run of {@code least} to {@code most} words that begins between the two. */
    private void windows(int from, int to, int least, int most) {
        for (int a = from; a <= to; a++) {
            for (int n = least; n <= most && a + n <= words.count(); n++) {
                sink.offerPlace("street", words.start(a), words.end(a + n - 1));
            }
        }
    }
}
