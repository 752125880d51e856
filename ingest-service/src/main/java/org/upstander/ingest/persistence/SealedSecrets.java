package org.upstander.ingest.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.upstander.ingest.application.source.NoSourceKey;
import org.upstander.ingest.config.SourceKeys;

/**
 * Secrets of sources as they lie in the database: AES-256-GCM, bound to the source. Bytes: one for
 * the version, 12 of nonce, then what is sealed with its tag of 16; none where there is no secret.
 */
@ApplicationScoped
class SealedSecrets {

    private static final byte[] NONE = {};
    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String SEPARATOR = "\u0000";
    private static final String AES_GCM = "AES/GCM/NoPadding";
    private static final String PURPOSE = "upstander source secrets";

    private final SecureRandom random = new SecureRandom();
    private final List<SecretKeySpec> keys;

    SealedSecrets(SourceKeys given) {
        keys = given.of(PURPOSE).stream().map(key -> new SecretKeySpec(key, "AES")).toList();
    }

    /**
     * @throws NoSourceKey where this service has none
     */
    byte[] seal(String sourceId, List<String> secrets) {
        if (secrets.isEmpty()) {
            return NONE;
        }
        if (keys.isEmpty()) {
            throw new NoSourceKey();
        }
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed =
                crypt(
                        Cipher.ENCRYPT_MODE,
                        keys.get(0),
                        nonce,
                        sourceId,
                        utf8(String.join(SEPARATOR, secrets)));
        return ByteBuffer.allocate(1 + NONCE + sealed.length)
                .put(VERSION)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /**
     * @return none where no key of this service opens them: its deliveries are then not proven
     */
    List<String> open(String sourceId, byte[] sealed) {
        if (sealed.length == 0) {
            return List.of();
        }
        byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE);
        byte[] content = Arrays.copyOfRange(sealed, 1 + NONCE, sealed.length);
        for (SecretKeySpec key : keys) {
            byte[] opened = crypt(Cipher.DECRYPT_MODE, key, nonce, sourceId, content);
            if (opened != null) {
                return List.of(new String(opened, StandardCharsets.UTF_8).split(SEPARATOR));
            }
        }
        return List.of();
    }

    /** Null where the key is another one, or the bytes were changed. */
    private static byte[] crypt(
            int mode, SecretKeySpec key, byte[] nonce, String sourceId, byte[] content) {
        try {
            Cipher cipher = Cipher.getInstance(AES_GCM);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(utf8("source.secrets/" + sourceId));
            return cipher.doFinal(content);
        } catch (AEADBadTagException e) {
            return null;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
