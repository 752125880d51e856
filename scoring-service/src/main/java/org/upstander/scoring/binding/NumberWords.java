package org.upstander.scoring.binding;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.upstander.scoring.text.Folding;

/** Digits that are written as words, in the languages that occur. */
final class NumberWords {
    private static final String[] UNITS = {
        "zero oh nought null nul cero zero",
        "one un une eins ein uno um een",
        "two deux zwei dos due dois duas twee",
        "three trois drei tres tre drie",
        "four quatre vier cuatro quattro quatro",
        "five cinq funf fuenf cinco cinque vijf",
        "six sechs seis sei zes",
        "seven sept sieben siete sette sete zeven",
        "eight huit acht ocho otto oito",
        "nine neuf neun nueve nove negen"
    };
    private static final String[] TENS = {
        "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
    };

    private static final String[] TEENS = {
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen"
    };

    private static final Map<Integer, String> DIGITS = new HashMap<>();
    private static final int[] HASHES;

    static {
        for (int digit = 0; digit < UNITS.length; digit++) {
            for (String word : UNITS[digit].split(" ")) {
                DIGITS.putIfAbsent(Folding.hash(word), String.valueOf(digit));
            }
        }
        for (int ten = 0; ten < TENS.length; ten++) {
            DIGITS.put(Folding.hash(TENS[ten]), (ten + 1) + "0");
        }
        for (int teen = 0; teen < TEENS.length; teen++) {
            DIGITS.put(Folding.hash(TEENS[teen]), "1" + (teen + 1));
        }
        HASHES = DIGITS.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private NumberWords() {}

    /** Whether a word with this hash, as in {@link Folding#hash}, is one. */
    static boolean contains(int hash) {
        return Arrays.binarySearch(HASHES, hash) >= 0;
    }

    /** One digit, or two from ten on. */
    static String digits(int hash) {
        return DIGITS.get(hash);
    }
}
