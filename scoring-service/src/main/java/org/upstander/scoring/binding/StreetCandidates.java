package org.upstander.scoring.binding;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Offers what looks like a street with its number, in either order. */
final class StreetCandidates {
    private static final Set<String> STREETS =
            Set.of(
                    ("lane street st road rd avenue ave close court ct rise row "
                                    + "drive dr way terrace place square quay crescent walk view "
                                    + "house cottage flat apt unit straße strasse weg platz rue "
                                    + "calle via rua plaza laan straat")
                            .split(" "));
    private static final int LONGEST_NUMBER = 7;
    private static final Pattern LAST_WORD = Pattern.compile("(\\p{L}+)[^\\p{L}]*$");

    /** Both ways: either may stand on the roster. */
    private static final Map<String, String> ABBREVIATIONS =
            bothWays(
                    "street st road rd avenue ave lane ln court ct drive dr place pl square sq"
                            + " terrace terr crescent cres close cl boulevard blvd gardens gdns"
                            + " stra\u00dfe str strasse str");

    private static Map<String, String> bothWays(String pairs) {
        Map<String, String> both = new HashMap<>();
        String[] words = pairs.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            both.put(words[i], words[i + 1]);
            both.putIfAbsent(words[i + 1], words[i]);
        }
        return both;
    }

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
        if (words.end(number) - words.start(number) > LONGEST_NUMBER || !streetNear(number)) {
            return;
        }
        windows(number, number, 2, 5);
        for (int n = 2; n <= 5 && number - n + 1 >= 0; n++) {
            windows(number - n + 1, number - n + 1, n, n);
        }
        if (somebodyMeant) {
            windows(Math.max(0, number - 3), number, 4, 6);
        }
        int last = number;
        while (last + 1 < words.count()
                && words.isNumber(number)
                && words.isNumber(last + 1)
                && words.start(last + 1) - words.end(last) <= 1) {
            last++;
        }
        String house =
                words.isNumber(number) ? words.digits(number, last) : words.slice(number, number);
        int before = number - 1;
        if (before >= 0 && NUMBER_WORDS.contains(words.slice(before, before))) {
            before--;
        }
        for (int n = 1; n <= 4; n++) {
            if (before - n + 1 >= 0) {
                String street = words.slice(before - n + 1, before);
                int start = words.start(before - n + 1);
                offer(house + " " + street, start, words.end(last));
            }
            if (last + n < words.count()) {
                String street = words.slice(last + 1, last + n);
                int end = words.end(last + n);
                offer(street + " " + house, words.start(number), end);
                offer(house + " " + street, words.start(number), end);
            }
        }
    }

    /** As it stands, and with the street's last word written out or abbreviated. */
    private void offer(String address, int start, int end) {
        sink.offer("street", address, start, end);
        Matcher last = LAST_WORD.matcher(address);
        if (last.find()) {
            String other = ABBREVIATIONS.get(last.group(1));
            if (other != null) {
                sink.offer("street", address.substring(0, last.start(1)) + other, start, end);
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
