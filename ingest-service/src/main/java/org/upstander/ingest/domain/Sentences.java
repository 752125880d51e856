package org.upstander.ingest.domain;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Sentences as numbers, by which one is known again however it is marked up: a hash of its letters
 * and digits in lower case. A sentence ends at a stop, a question or exclamation mark, an ellipsis
 * or a line's end.
 *
 * <p>The numbers hold for this process. The hash is a polynomial over a prime field at a secret
 * place: whoever does not know that place finds no two sentences with one number but by luck, one
 * in 2^61 for each three signs (Carter and Wegman, 1979).
 */
public final class Sentences {

    private static final String ENDS = ".!?\n\r\u2026\u3002\uff01\uff1f";

    /** What a sign counts as: nothing, an end, half of a character, else itself in lower case. */
    private static final char NOTHING = 0;

    private static final char END = 1;
    private static final char HALF = 2;
    private static final char[] SIGNS = signs();

    /** So many signs are one coefficient, of 48 bits. */
    private static final int TOGETHER = 3;

    /** 2^61 - 1. */
    private static final int BITS = 61;

    private static final long PRIME = (1L << BITS) - 1;
    private static final long PLACE = new SecureRandom().nextLong() & PRIME;

    private Sentences() {}

    /**
     * @return one number for each, in order; those without a letter or digit left out
     */
    public static List<Long> of(String text, int start, int end) {
        List<Long> sentences = new ArrayList<>();
        char[] signs = new char[end - start];
        text.getChars(start, end, signs, 0);
        int counted = 0;
        for (int at = 0; at < signs.length; at++) {
            char sign = SIGNS[signs[at]];
            if (sign == END) {
                add(sentences, signs, counted);
                counted = 0;
            } else if (sign == HALF) {
                counted = withPair(signs, at, counted);
            } else if (sign != NOTHING) {
                signs[counted++] = sign;
            }
        }
        add(sentences, signs, counted);
        return sentences;
    }

    /** Both halves at the first, none at the second, nor where one is alone. */
    private static int withPair(char[] signs, int at, int counted) {
        if (at + 1 == signs.length || !Character.isSurrogatePair(signs[at], signs[at + 1])) {
            return counted;
        }
        int character = Character.toCodePoint(signs[at], signs[at + 1]);
        return Character.isLetterOrDigit(character)
                ? counted + Character.toChars(Character.toLowerCase(character), signs, counted)
                : counted;
    }

    private static void add(List<Long> sentences, char[] signs, int counted) {
        if (counted == 0) {
            return;
        }
        long hash = 0;
        int at = 0;
        for (; at + TOGETHER <= counted; at += TOGETHER) {
            hash = with(hash, (long) signs[at] << 32 | (long) signs[at + 1] << 16 | signs[at + 2]);
        }
        for (; at < counted; at++) {
            hash = with(hash, signs[at]);
        }
        sentences.add(hash);
    }

    /** No coefficient is 0, so a longer sentence is another polynomial. */
    private static long with(long hash, long coefficient) {
        long high = Math.multiplyHigh(hash, PLACE);
        long low = hash * PLACE;
        long product = (low & PRIME) + (high << (Long.SIZE - BITS) | low >>> BITS);
        return reduced(reduced(product) + coefficient);
    }

    private static long reduced(long value) {
        return (value & PRIME) + (value >>> BITS);
    }

    private static char[] signs() {
        char[] signs = new char[Character.MAX_VALUE + 1];
        for (int sign = 0; sign < signs.length; sign++) {
            if (Character.isLetterOrDigit(sign)) {
                signs[sign] = (char) Character.toLowerCase(sign);
            } else if (ENDS.indexOf(sign) >= 0) {
                signs[sign] = END;
            } else {
                signs[sign] = Character.isSurrogate((char) sign) ? HALF : NOTHING;
            }
        }
        return signs;
    }
}
