package org.upstander.ingest.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * SHA-256 over a list of fields, each with its length before it, so that no two lists give the same
 * bytes: {@code ("ab", "c")} and {@code ("a", "bc")} differ, and so do null and empty. To be used
 * by one thread, again and again: a batch makes two ids per post.
 */
final class Fingerprint {

    private static final int NULL = -1;

    private final MessageDigest sha256 = sha256();
    private byte[] bytes = new byte[1024];
    private int size;

    /** Forgets what was added. */
    Fingerprint start() {
        size = 0;
        return this;
    }

    /** Adds four bytes of length, big-endian, and the UTF-8; null is the length -1. */
    Fingerprint text(String value) {
        if (value == null) {
            return length(NULL);
        }
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        length(utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
        return this;
    }

    /** Adds id, handle and display name; a missing author is three nulls. */
    Fingerprint author(Author author) {
        return author == null
                ? text(null).text(null).text(null)
                : text(author.id()).text(author.handle()).text(author.displayName());
    }

    Fingerprint flag(boolean value) {
        room(1);
        bytes[size++] = (byte) (value ? 1 : 0);
        return this;
    }

    /**
     * The beginning of the hash of all that was added.
     *
     * @param digits how many lower-case hex digits, even
     */
    String hex(int digits) {
        sha256.update(bytes, 0, size);
        return HexFormat.of().formatHex(sha256.digest(), 0, digits / 2);
    }

    private Fingerprint length(int value) {
        room(Integer.BYTES);
        bytes[size++] = (byte) (value >>> 24);
        bytes[size++] = (byte) (value >>> 16);
        bytes[size++] = (byte) (value >>> 8);
        bytes[size++] = (byte) value;
        return this;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
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
