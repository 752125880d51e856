package org.upstander.scoring.binding;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.text.Folding;
import org.upstander.scoring.text.Lexicon;

/** Offers what in a text looks like a phone number, an address, an account or a legal name. */
final class Candidates {
    private static final int MAX_PARTS = 12;
    private static final Set<String> ACCOUNT_CUES =
            Set.of(
                    "under",
                    "handle",
                    "account",
                    "alt",
                    "user",
                    "username",
                    "insta",
                    "instagram",
                    "twitter",
                    "tiktok",
                    "reddit",
                    "facebook",
                    "fb",
                    "ig",
                    "snap",
                    "snapchat",
                    "mastodon",
                    "bluesky",
                    "discord",
                    "profile",
                    "blog");
    private static final Set<String> STREETS =
            Set.of(
                    ("lane street st road rd avenue ave close court ct rise row "
                                    + "drive dr way terrace place square quay crescent walk view "
                                    + "house cottage flat apt unit straße strasse weg platz rue "
                                    + "calle via rua plaza laan straat")
                            .split(" "));
    private static final Set<String> NUMBER_WORDS = Set.of("no", "nr", "number", "num", "n");

    private static final Set<Integer> AT_WORDS = hashes("at arobase arroba chiocciola aet");
    private static final Set<Integer> DOT_WORDS = hashes("dot point punkt punto ponto punt");

    private static Set<Integer> hashes(String words) {
        return Stream.of(words.split(" ")).map(Folding::hash).collect(Collectors.toSet());
    }

    private final FoldedText text;
    private final FoldedText.Tokens tokens;
    private final Lexicon lexicon;
    private final Set<String> kinds;
    private final boolean somebodyMeant;
    private final CandidateSink sink;

    Candidates(
            FoldedText text,
            Lexicon lexicon,
            Set<String> kinds,
            boolean somebodyMeant,
            CandidateSink sink) {
        this.text = text;
        this.tokens = text.tokens();
        this.lexicon = lexicon;
        this.kinds = kinds;
        this.somebodyMeant = somebodyMeant;
        this.sink = sink;
    }

    void offer() {
        boolean phones = kinds.contains("phone");
        boolean mails = kinds.contains("email");
        boolean handles = kinds.contains("handle");
        boolean streets = kinds.contains("street");
        boolean names = kinds.contains("name");
        for (int t = 0; t < tokens.count() && !sink.isFull(); t++) {
            char first = text.chars()[tokens.starts()[t]];
            if (isDigit(first)) {
                if (phones && (t == 0 || !joinsDigits(t - 1))) {
                    phone(t);
                }
                if (streets) {
                    street(t);
                }
            }
            boolean uncommon = !lexicon.isCommon(tokens.hashes()[t]);
            if (mails) {
                mail(t);
            }
            if (handles) {
                handle(t, uncommon);
            }
            if (names && nameLike(t, uncommon) && (t == 0 || !nameLike(t - 1))) {
                names(t);
            }
            if (streets && somebodyMeant && !isDigit(first) && STREETS.contains(slice(t, t))) {
                windows("street", Math.max(0, t - 4), Math.max(0, t - 1), 2, 6);
            }
        }
    }

    private boolean nameLike(int t) {
        return nameLike(t, !lexicon.isCommon(tokens.hashes()[t]));
    }

    private boolean nameLike(int t, boolean uncommon) {
        return uncommon || Character.isUpperCase(original(t));
    }

    private char original(int t) {
        return text.original().charAt(text.origin(tokens.starts()[t]));
    }

    /** A run of words that may be a legal name: capitals or unusual words, one of them unusual. */
    private void names(int first) {
        int last = first;
        while (last + 1 < tokens.count()
                && nameLike(last + 1)
                && tokens.starts()[last + 1] - tokens.ends()[last] <= 2) {
            last++;
        }
        for (int a = first; a < last; a++) {
            boolean unusual = !lexicon.isCommon(tokens.hashes()[a]);
            for (int b = a + 1; b <= last && b < a + 4; b++) {
                unusual |= !lexicon.isCommon(tokens.hashes()[b]);
                if (unusual) {
                    sink.offerPlace("name", tokens.starts()[a], tokens.ends()[b]);
                }
            }
        }
    }

    /** Every run of {@code least} to {@code most} words that begins between the two. */
    private void windows(String kind, int from, int to, int least, int most) {
        for (int a = from; a <= to; a++) {
            for (int n = least; n <= most && a + n <= tokens.count(); n++) {
                sink.offerPlace(kind, tokens.starts()[a], tokens.ends()[a + n - 1]);
            }
        }
    }

    /** Words of digits with nothing but signs between them. */
    private void phone(int first) {
        int last = first;
        while (last + 1 < tokens.count() && last - first < MAX_PARTS && joinsDigits(last)) {
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
                    sink.offer("phone", slice(a, b), tokens.starts()[a], tokens.ends()[b]);
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
            boolean parted =
                    t < last && isList(text.slice(tokens.ends()[t], tokens.starts()[t + 1]));
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
        String national = slice(first, last).replaceAll("[^0-9]", "").replaceFirst("^0+", "");
        int start = tokens.starts()[first];
        int end = tokens.ends()[last];
        for (String code : CountryCodes.ALL) {
            sink.offer("phone", code + national, start, end);
        }
    }

    private int digits(int first, int last) {
        int n = 0;
        for (int i = tokens.starts()[first]; i < tokens.ends()[last]; i++) {
            n += isDigit(text.chars()[i]) ? 1 : 0;
        }
        return n;
    }

    /** Whether this word and the next are digits with at most three signs between them. */
    private boolean joinsDigits(int t) {
        int gap = tokens.starts()[t + 1] - tokens.ends()[t];
        return isNumber(t) && isNumber(t + 1) && gap <= 3;
    }

    private boolean isNumber(int t) {
        for (int i = tokens.starts()[t]; i < tokens.ends()[t]; i++) {
            if (!isDigit(text.chars()[i])) {
                return false;
            }
        }
        return true;
    }

    /** A house number with an unusual word or a word for streets near it. */
    private void street(int number) {
        if (tokens.ends()[number] - tokens.starts()[number] > 5 || !streetNear(number)) {
            return;
        }
        windows("street", number, number, 2, 5);
        for (int n = 2; n <= 5 && number - n + 1 >= 0; n++) {
            windows("street", number - n + 1, number - n + 1, n, n);
        }
        if (somebodyMeant) {
            windows("street", Math.max(0, number - 3), number, 4, 6);
        }
        String house = slice(number, number);
        int before = number - 1;
        if (before >= 0 && NUMBER_WORDS.contains(slice(before, before))) {
            before--;
        }
        for (int n = 1; n <= 4; n++) {
            if (before - n + 1 >= 0) {
                String street = slice(before - n + 1, before);
                int start = tokens.starts()[before - n + 1];
                sink.offer("street", house + " " + street, start, tokens.ends()[number]);
            }
            if (number + n < tokens.count()) {
                String street = slice(number + 1, number + n);
                int end = tokens.ends()[number + n];
                sink.offer("street", street + " " + house, tokens.starts()[number], end);
            }
        }
    }

    private boolean streetNear(int number) {
        int to = Math.min(tokens.count() - 1, number + 2);
        for (int t = Math.max(0, number - 2); t <= to; t++) {
            boolean word = t != number && tokens.ends()[t] - tokens.starts()[t] > 3;
            if (word && !lexicon.isCommon(tokens.hashes()[t])
                    || t != number
                            && Character.isUpperCase(original(t))
                            && STREETS.contains(slice(t, t))) {
                return true;
            }
        }
        return false;
    }

    /** Around an at sign, or around the word "at" with a "dot" behind it. */
    private void mail(int t) {
        int end = tokens.ends()[t];
        if (end < text.length() && text.chars()[end] == '@') {
            int from = tokens.starts()[t];
            while (from > 0 && isAccount(text.chars()[from - 1])) {
                from--;
            }
            int to = end + 1;
            while (to < text.length() && isAccount(text.chars()[to])) {
                to++;
            }
            sink.offerPlace("email", from, to);
        } else if (mayBeAt(tokens.starts()[t]) && AT_WORDS.contains(tokens.hashes()[t])) {
            spelledMail(t);
        }
    }

    private void spelledMail(int at) {
        if (at == 0 || at + 3 >= tokens.count() || !isDot(at + 2)) {
            return;
        }
        int from = at - 1;
        while (from >= 2 && isDot(from - 1)) {
            from -= 2;
        }
        int to = at + 3;
        while (to + 2 < tokens.count() && isDot(to + 1)) {
            to += 2;
        }
        int start = tokens.starts()[from];
        while (start > 0 && isAccount(text.chars()[start - 1])) {
            start--;
        }
        StringBuilder mail = new StringBuilder(text.slice(start, tokens.starts()[from]));
        for (int t = from; t <= to; t++) {
            mail.append(t == at ? "@" : isDot(t) ? "." : slice(t, t));
        }
        sink.offer("email", mail.toString(), start, tokens.ends()[to]);
    }

    /** Spares nearly every word the look-up. */
    private boolean mayBeAt(int start) {
        return text.chars()[start] == 'a' || text.chars()[start] == 'c';
    }

    private boolean isDot(int t) {
        return DOT_WORDS.contains(tokens.hashes()[t]);
    }

    /** Words with signs in them, after an at sign, after a word that announces an account. */
    private void handle(int t, boolean uncommon) {
        int from = tokens.starts()[t];
        int to = tokens.ends()[t];
        if (from > 0 && isAccount(text.chars()[from - 1]) && text.chars()[from - 1] != '+') {
            return;
        }
        while (to < text.length() && isAccount(text.chars()[to])) {
            to++;
        }
        boolean signs = to > tokens.ends()[t] + 1;
        boolean addressed = from > 0 && text.chars()[from - 1] == '@';
        boolean announced = uncommon && t > 0 && ACCOUNT_CUES.contains(slice(t - 1, t - 1));
        boolean unusual = uncommon && somebodyMeant && to - from >= 5;
        if (signs || addressed || announced || unusual) {
            sink.offerPlace("handle", from, to);
        }
    }

    private static boolean isAccount(char c) {
        return c >= 'a' && c <= 'z' || isDigit(c) || c == '_' || c == '.' || c == '-' || c == '+';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private String slice(int first, int last) {
        return text.slice(tokens.starts()[first], tokens.ends()[last]);
    }
}
