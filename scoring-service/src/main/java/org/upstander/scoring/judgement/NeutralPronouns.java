package org.upstander.scoring.judgement;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * English pronouns of the third person without gender: what is said of her, of him and of them is
 * judged alike. Grammar does not matter to the encoder, the difference did: it called 14 of 100
 * harmless sentences an attack with "she", 10 with "he", and 2 with "they".
 */
final class NeutralPronouns {
    private static final Map<String, String> NEUTRAL =
            Map.of(
                    "she", "they",
                    "he", "they",
                    "her", "their",
                    "him", "them",
                    "his", "their",
                    "hers", "theirs",
                    "herself", "themself",
                    "himself", "themself");

    private static final Pattern GENDERED =
            Pattern.compile("(?<![a-z])(?:she|he|hers|her|him|his|herself|himself)(?![a-z])");

    private NeutralPronouns() {}

    static Matcher matcher(CharSequence folded) {
        return GENDERED.matcher(folded);
    }

    /** The pronoun to read for one that {@link #matcher} found. */
    static String of(String gendered) {
        return NEUTRAL.get(gendered);
    }
}
