package org.upstander.ingest.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secrets of a source: one, or two while it changes. Comparisons take the same time always. */
public final class Secrets {

    private static final String HMAC_SHA256 = "HmacSHA256";

    private final List<String> secrets;

    /**
     * @param secrets one or two, not empty
     */
    public Secrets(List<String> secrets) {
        if (secrets.isEmpty() || secrets.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("a source needs a secret");
        }
        this.secrets = List.copyOf(secrets);
    }

    /**
     * @param given what came along instead of a signature
     */
    public boolean areOne(String given) {
        byte[] bytes = given.getBytes(StandardCharsets.UTF_8);
        boolean any = false;
        for (String secret : secrets) {
            any |= MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), bytes);
        }
        return any;
    }

    /**
     * @param signature HMAC-SHA256 that came along
     * @param parts what was signed, one after the other
     */
    public boolean signed(byte[] signature, byte[]... parts) {
        boolean any = false;
        for (String secret : secrets) {
            any |= MessageDigest.isEqual(hmac(secret, parts), signature);
        }
        return any;
    }

    private static byte[] hmac(String secret, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(HMAC_SHA256);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC_SHA256));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }

    /** Says nothing. */
    @Override
    public String toString() {
        return "Secrets[" + secrets.size() + "]";
    }
}
