package org.upstander.alert.notify.webpush;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encryption of a push message (RFC 8291) in one record of {@code aes128gcm} (RFC 8188): only the
 * browser that subscribed can read it, and the push service in between cannot.
 */
final class Aes128Gcm {

    /** What every push service takes (RFC 8030, section 7.2), and the size of our only record. */
    static final int MAX_BODY = 4_096;

    private static final int SALT = 16;
    private static final int HEADER = SALT + 4 + 1 + P256.POINT;
    private static final int TAG_BITS = 128;

    /** What fits: less the header, the tag, and the byte that ends the text. */
    static final int MAX_TEXT = MAX_BODY - HEADER - TAG_BITS / 8 - 1;

    private static final int KEY = 16;
    private static final int NONCE = 12;
    private static final int SECRET = 32;
    private static final byte LAST_RECORD = 2;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Aes128Gcm() {}

    /**
     * @param text at most {@link #MAX_TEXT} bytes
     * @param receiver the browser's key
     * @param auth the browser's secret, 16 bytes
     */
    static byte[] encrypt(byte[] text, ECPublicKey receiver, byte[] auth) {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        return encrypt(text, receiver, auth, P256.pair(), salt);
    }

    /** The same with a key and a salt that must never come again; for the vectors of the RFC. */
    static byte[] encrypt(
            byte[] text, ECPublicKey receiver, byte[] auth, KeyPair own, byte[] salt) {
        if (text.length > MAX_TEXT) {
            throw new IllegalArgumentException("a push message holds %d bytes".formatted(MAX_TEXT));
        }
        try {
            byte[] sender = P256.encoded((ECPublicKey) own.getPublic());
            byte[] secret = secret(receiver, auth, own, sender);
            byte[] random = hmac(salt, secret);
            byte[] key = expand(random, ascii("Content-Encoding: aes128gcm\0"), KEY);
            byte[] nonce = expand(random, ascii("Content-Encoding: nonce\0"), NONCE);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new GCMParameterSpec(TAG_BITS, nonce));
            byte[] sealed =
                    cipher.doFinal(
                            ByteBuffer.allocate(text.length + 1)
                                    .put(text)
                                    .put(LAST_RECORD)
                                    .array());
            return ByteBuffer.allocate(HEADER + sealed.length)
                    .put(salt)
                    .putInt(MAX_BODY)
                    .put((byte) sender.length)
                    .put(sender)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RFC 8291, section 3.4: the shared secret, bound to both keys and to the browser's secret. */
    private static byte[] secret(ECPublicKey receiver, byte[] auth, KeyPair own, byte[] sender)
            throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(own.getPrivate());
        agreement.doPhase(receiver, true);
        byte[] label = ascii("WebPush: info\0");
        byte[] info =
                ByteBuffer.allocate(label.length + 2 * P256.POINT)
                        .put(label)
                        .put(P256.encoded(receiver))
                        .put(sender)
                        .array();
        return expand(hmac(auth, agreement.generateSecret()), info, SECRET);
    }

    /** HKDF-Expand (RFC 5869) of at most one block. */
    private static byte[] expand(byte[] key, byte[] info, int length)
            throws GeneralSecurityException {
        return Arrays.copyOf(
                hmac(key, ByteBuffer.allocate(info.length + 1).put(info).put((byte) 1).array()),
                length);
    }

    private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(data);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
