package org.upstander.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The form in which tokens are kept: lower-case hex SHA-256. */
public final class TokenHash {

    private TokenHash() {}

    /**
     * Hashes a token. No salt and no stretching: a token is 32 random bytes, not a password.
     *
     * @param token as the caller presents it
     */
    public static String of(String token) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
