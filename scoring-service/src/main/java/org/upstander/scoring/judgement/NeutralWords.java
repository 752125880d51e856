package org.upstander.scoring.judgement;

import java.util.Comparator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * English words that say who is spoken of, or who speaks, in the form that says neither. What is
 * said of her, of him and of them is judged alike: the encoder called 14 of 100 harmless sentences
 * an attack with "she", 10 with "he", and 2 with "they". Grammar does not matter to it. So is what
 * is said by those who write "dat" for "that": 5 of 100 instead of 3. Other languages' words that
 * are spelt alike mean much the same.
 */
final class NeutralWords {
    private static final Map<String, String> NEUTRAL =
            Map.ofEntries(
                    Map.entry("she", "they"),
                    Map.entry("he", "they"),
                    Map.entry("her", "their"),
                    Map.entry("him", "them"),
                    Map.entry("his", "their"),
                    Map.entry("hers", "theirs"),
                    Map.entry("herself", "themself"),
                    Map.entry("himself", "themself"),
                    Map.entry("da", "the"),
                    Map.entry("dat", "that"),
                    Map.entry("dis", "this"),
                    Map.entry("dem", "them"),
                    Map.entry("dey", "they"),
                    Map.entry("ain't", "is not"));

    private static final Pattern TELLING =
            Pattern.compile(
                    NEUTRAL.keySet().stream()
                            .sorted(Comparator.comparingInt(String::length).reversed())
                            .collect(Collectors.joining("|", "(?<![a-z])(?:", ")(?![a-z])")));

    private NeutralWords() {}

    static Matcher matcher(CharSequence folded) {
        return TELLING.matcher(folded);
    }

    /** The word to read for one that {@link #matcher} found. */
    static String of(String telling) {
        return NEUTRAL.get(telling);
    }
}
