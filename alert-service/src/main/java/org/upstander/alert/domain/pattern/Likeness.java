package org.upstander.alert.domain.pattern;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Marks that texts share which are nearly the same, or that have a link in common.
 *
 * <p>A text is the set of its runs of three words; of these the smallest of sixteen hashes are
 * taken, and four of them together are a mark (MinHash with bands: A. Z. Broder, On the Resemblance
 * and Containment of Documents, 1997). Two texts that share nine tenths of their runs share a mark
 * with a probability of 0.99, half of them 0.23, a fifth of them 0.006. A text of fewer than six
 * words has none: too many write the same insult.
 */
public final class Likeness {

    private static final int RUN = 3;
    private static final int LEAST_WORDS = 6;
    private static final int MOST_WORDS = 2_000;
    private static final int BANDS = 4;
    private static final int ROWS = 4;
    private static final int MOST_LINKS = 4;
    private static final String LINK = "link:";
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    /** What two keyboards write differently, or nobody sees: accents, apostrophes, empty space. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Mn}\\p{Cf}'’‘ʼ`]+");

    private Likeness() {}

    /**
     * @param text or null
     * @return in order, the same for the same text
     */
    public static Set<String> marks(String text) {
        Set<String> marks = new TreeSet<>();
        if (text != null) {
            Links.in(text)
                    .limit(MOST_LINKS)
                    .forEach(link -> marks.add(LINK + Long.toHexString(hash(0, link))));
            List<String> runs = runs(Links.without(text));
            for (int band = 0; band < BANDS && !runs.isEmpty(); band++) {
                marks.add("text:" + band + ":" + band(runs, band));
            }
        }
        return marks;
    }

    /** Whether it is one of a link, not of a text. */
    static boolean isLink(String mark) {
        return mark.startsWith(LINK);
    }

    private static List<String> runs(String text) {
        Matcher found = WORD.matcher(plain(text).toLowerCase(Locale.ROOT));
        List<String> words = new ArrayList<>();
        while (found.find() && words.size() < MOST_WORDS) {
            words.add(found.group());
        }
        if (words.size() < LEAST_WORDS) {
            return List.of();
        }
        return IntStream.rangeClosed(0, words.size() - RUN)
                .mapToObj(at -> String.join(" ", words.subList(at, at + RUN)))
                .distinct()
                .toList();
    }

    /** An acute accent on its own falls apart into a space and a mark, so it goes first. */
    private static String plain(String text) {
        String apart = Normalizer.normalize(text.replace("´", ""), Normalizer.Form.NFKD);
        return UNSEEN.matcher(apart).replaceAll("");
    }

    private static String band(List<String> runs, int band) {
        return Stream.iterate(band * ROWS, row -> row + 1)
                .limit(ROWS)
                .map(row -> runs.stream().mapToLong(run -> hash(row, run)).min().orElseThrow())
                .map(Long::toHexString)
                .collect(Collectors.joining("-"));
    }

    /** FNV-1a of 64 bits, then the finaliser of MurmurHash3, both in the public domain. */
    private static long hash(int seed, String text) {
        long hash = 0xcbf29ce484222325L ^ (seed * 0x9e3779b97f4a7c15L);
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (one & 0xff)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return (hash ^ (hash >>> 33)) >>> 1;
    }
}
