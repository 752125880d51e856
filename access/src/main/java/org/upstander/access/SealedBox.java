package org.upstander.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals bytes that one service writes and another reads: AES-256-GCM. Sealed: one byte of version,
 * 12 of nonce, then the bytes with their tag of 16. Thread-safe.
 */
public final class SealedBox {

    private static final byte VERSION = 1;
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final int ID_BYTES = 4;

    private final List<Key> keys;
    private final SecureRandom random = new SecureRandom();

    private record Key(SecretKeySpec secret, String id) {}

    private SealedBox(List<Key> keys) {
        this.keys = keys;
    }

    /**
     * @param variable where the keys come from, for the operator
     * @param texts each 32 bytes in Base64, plain or for URLs; the first one seals, all open; blank
     *     ones are none
     * @throws IllegalStateException for what is no such key, without repeating it
     */
    public static SealedBox of(String variable, List<String> texts) {
        return new SealedBox(
                texts.stream()
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .map(text -> key(variable, text))
                        .toList());
    }

    private static Key key(String variable, String text) {
        String plain =
                text.startsWith(SecretGuard.DEMO_PREFIX)
                        ? text.substring(SecretGuard.DEMO_PREFIX.length())
                        : text;
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(plain.replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException e) {
            bytes = new byte[0];
        }
        if (bytes.length != KEY) {
            throw new IllegalStateException(
                    "%s must be 32 random bytes in Base64 (openssl rand -base64 32), or several with commas between them"
                            .formatted(variable));
        }
        return new Key(new SecretKeySpec(bytes, "AES"), id(bytes));
    }

    /** Whether there is a key. */
    public boolean isOpenable() {
        return !keys.isEmpty();
    }

    /** Tells which key seals, and nothing of the key. */
    public String keyId() {
        return keys.get(0).id();
    }

    /**
     * @param bound what has to be known to open it; not sealed itself
     */
    public byte[] seal(byte[] data, int from, int length, String bound) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        ByteBuffer sealed = ByteBuffer.allocate(1 + NONCE + length + TAG).put(VERSION).put(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, keys.get(0), nonce, bound);
            cipher.doFinal(ByteBuffer.wrap(data, from, length), sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
        return sealed.array();
    }

    /**
     * @return empty where no key of ours opens it, it was changed, or is bound to something else
     */
    public Optional<byte[]> open(byte[] sealed, String bound) {
        if (sealed.length < 1 + NONCE + TAG || sealed[0] != VERSION) {
            return Optional.empty();
        }
        byte[] nonce = new byte[NONCE];
        System.arraycopy(sealed, 1, nonce, 0, NONCE);
        for (Key key : keys) {
            try {
                Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, bound);
                return Optional.of(cipher.doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE));
            } catch (AEADBadTagException e) {
                continue; // another key's, or nobody's
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK has AES-GCM", e);
            }
        }
        return Optional.empty();
    }

    private static Cipher cipher(int mode, Key key, byte[] nonce, String bound)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.secret(), new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static String id(byte[] key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("upstander key id".getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(key), 0, ID_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
