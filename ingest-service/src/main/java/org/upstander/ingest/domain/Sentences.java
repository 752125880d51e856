package org.upstander.ingest.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * Sentences as numbers, by which one is known again however it is marked up: 64 bits of SHA-256
 * over its letters and digits in lower case. A sentence ends at a stop, a question or exclamation
 * mark, an ellipsis or a line's end.
 */
public final class Sentences {

    private static final String ENDS = ".!?\n\r\u2026\u3002\uff01\uff1f";

    private Sentences() {}

    /**
     * @return one number for each, in order; those without a letter or digit left out
     */
    public static List<Long> of(String text, int start, int end) {
        MessageDigest sha256 = sha256();
        List<Long> sentences = new ArrayList<>();
        StringBuilder signs = new StringBuilder();
        for (int at = start; at < end; ) {
            int sign = text.codePointAt(at);
            if (Character.isLetterOrDigit(sign)) {
                signs.appendCodePoint(Character.toLowerCase(sign));
            } else if (ENDS.indexOf(sign) >= 0) {
                add(signs, sha256, sentences);
            }
            at += Character.charCount(sign);
        }
        add(signs, sha256, sentences);
        return sentences;
    }

    private static void add(StringBuilder signs, MessageDigest sha256, List<Long> sentences) {
        if (!signs.isEmpty()) {
            byte[] hash = sha256.digest(signs.toString().getBytes(StandardCharsets.UTF_8));
            sentences.add(ByteBuffer.wrap(hash).getLong());
            signs.setLength(0);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
