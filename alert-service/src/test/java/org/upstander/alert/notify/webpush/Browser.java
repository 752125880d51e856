package org.upstander.alert.notify.webpush;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A browser that subscribed: it reads what was encrypted for it, as RFC 8291 says. */
public final class Browser {

    private final ECPublicKey publicKey;
    private final PrivateKey privateKey;
    private final byte[] auth;

    Browser(ECPublicKey publicKey, PrivateKey privateKey, byte[] auth) {
        this.publicKey = publicKey;
        this.privateKey = privateKey;
        this.auth = auth;
    }

    public static Browser fresh() {
        KeyPair pair = P256.pair();
        return new Browser(
                (ECPublicKey) pair.getPublic(),
                pair.getPrivate(),
                "sixteen secret b".getBytes(StandardCharsets.US_ASCII));
    }

    /** As {@code JSON.stringify(subscription)} writes it. */
    public String subscription(String endpoint) {
        return "{\"endpoint\":\"%s\",\"expirationTime\":null,\"keys\":{\"p256dh\":\"%s\",\"auth\":\"%s\"}}"
                .formatted(endpoint, base64(P256.encoded(publicKey)), base64(auth));
    }

    /** The text of a message; fails where it was not encrypted for this browser. */
    public String read(byte[] body) {
        try {
            ByteBuffer in = ByteBuffer.wrap(body);
            byte[] salt = take(in, 16);
            if (in.getInt() < body.length - 86 || in.get() != 65) {
                throw new IllegalArgumentException("no single record with a key of 65 bytes");
            }
            byte[] sender = take(in, 65);
            byte[] secret = hkdf(auth, agree(sender), info(sender), 32);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(
                            hkdf(salt, secret, ascii("Content-Encoding: aes128gcm\0"), 16), "AES"),
                    new GCMParameterSpec(
                            128, hkdf(salt, secret, ascii("Content-Encoding: nonce\0"), 12)));
            byte[] text = cipher.doFinal(take(in, in.remaining()));
            int end = text.length - 1;
            while (text[end] == 0) {
                end--;
            }
            if (text[end] != 2) {
                throw new IllegalArgumentException("not the last record");
            }
            return new String(text, 0, end, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private byte[] agree(byte[] sender) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(privateKey);
        agreement.doPhase(P256.publicKey(sender).orElseThrow(), true);
        return agreement.generateSecret();
    }

    private byte[] info(byte[] sender) {
        byte[] own = P256.encoded(publicKey);
        byte[] label = ascii("WebPush: info\0");
        byte[] all = Arrays.copyOf(label, label.length + own.length + sender.length);
        System.arraycopy(own, 0, all, label.length, own.length);
        System.arraycopy(sender, 0, all, label.length + own.length, sender.length);
        return all;
    }

    private static byte[] hkdf(byte[] salt, byte[] secret, byte[] info, int length)
            throws GeneralSecurityException {
        Mac extract = Mac.getInstance("HmacSHA256");
        extract.init(new SecretKeySpec(salt, "HmacSHA256"));
        Mac expand = Mac.getInstance("HmacSHA256");
        expand.init(new SecretKeySpec(extract.doFinal(secret), "HmacSHA256"));
        expand.update(info);
        expand.update((byte) 1);
        return Arrays.copyOf(expand.doFinal(), length);
    }

    private static byte[] take(ByteBuffer in, int length) {
        byte[] out = new byte[length];
        in.get(out);
        return out;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
