package org.upstander.scoring.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The id of one assessment: the same post revision, staff member and model always give the same id,
 * so that every hop may be repeated without effect.
 */
public final class AssessmentId {
    private static final int BYTES = 16;

    private AssessmentId() {}

    /** Returns 32 lower-case hex digits. */
    public static String of(String postId, String revision, String staffId, String model) {
        MessageDigest digest = sha256();
        for (String part : new String[] {postId, revision, staffId, model}) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            // The length goes before each part, so that parts cannot run into each other.
            digest.update(
                    new byte[] {
                        (byte) (bytes.length >>> 24),
                        (byte) (bytes.length >>> 16),
                        (byte) (bytes.length >>> 8),
                        (byte) bytes.length
                    });
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
