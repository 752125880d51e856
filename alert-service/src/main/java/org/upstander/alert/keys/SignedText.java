package org.upstander.alert.keys;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Text that travels through other hands and back: base64url of a 16-byte signature and the text.
 * The purpose is signed along, so what was made for one purpose opens nothing else.
 */
final class SignedText {

    private static final int SIGNATURE = 16;

    private final Hmac hmac;

    SignedText(String key) {
        this.hmac = new Hmac(key);
    }

    String seal(String purpose, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] sealed = Arrays.copyOf(signature(purpose, text), SIGNATURE + bytes.length);
        System.arraycopy(bytes, 0, sealed, SIGNATURE, bytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** The text, or empty when it was not sealed here for this purpose. */
    Optional<String> open(String purpose, String sealed) {
        byte[] bytes;
        String text;
        try {
            bytes = Base64.getUrlDecoder().decode(sealed);
            if (bytes.length < SIGNATURE) {
                return Optional.empty();
            }
            text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(
                                    java.nio.ByteBuffer.wrap(
                                            bytes, SIGNATURE, bytes.length - SIGNATURE))
                            .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
        boolean ours =
                MessageDigest.isEqual(signature(purpose, text), Arrays.copyOf(bytes, SIGNATURE));
        // Base64 has several spellings of the same bytes; only ours is accepted.
        return ours && seal(purpose, text).equals(sealed) ? Optional.of(text) : Optional.empty();
    }

    private byte[] signature(String purpose, String text) {
        // The length tells where the purpose ends: callers choose parts of it, and of the text.
        return Arrays.copyOf(hmac.of(purpose.length() + ":" + purpose + text), SIGNATURE);
    }
}
