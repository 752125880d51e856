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
 * in 2^61 for each sign (Carter and Wegman, 1979).
 */
public final class Sentences {

    private static final String ENDS = ".!?\n\r\u2026\u3002\uff01\uff1f";

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
        long hash = 0;
        for (int at = start; at < end; ) {
            int sign = text.codePointAt(at);
            if (Character.isLetterOrDigit(sign)) {
                hash = with(hash, Character.toLowerCase(sign));
            } else if (hash != 0 && ENDS.indexOf(sign) >= 0) {
                sentences.add(hash);
                hash = 0;
            }
            at += Character.charCount(sign);
        }
        if (hash != 0) {
            sentences.add(hash);
        }
        return sentences;
    }

    /** No sign is 0, so that no sentence but an empty one has that hash, save by luck. */
    private static long with(long hash, int sign) {
        long high = Math.multiplyHigh(hash, PLACE);
        long low = hash * PLACE;
        long product = (low & PRIME) + (high << (Long.SIZE - BITS) | low >>> BITS);
        long sum = reduced(product) + sign;
        return reduced(sum);
    }

    private static long reduced(long value) {
        return (value & PRIME) + (value >>> BITS);
    }
}
