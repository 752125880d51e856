package org.upstander.ingest.poll.websub;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.upstander.ingest.application.delivery.Proof;

/** {@code X-Hub-Signature: method=hex} over the raw bytes (WebSub, 7.1). */
final class HubSignature {

    /** The four that hubs may use. Of SHA-1 only collisions are weak, which HMAC does not need. */
    private static final Map<String, String> METHODS =
            Map.of(
                    "sha1", "HmacSHA1",
                    "sha256", "HmacSHA256",
                    "sha384", "HmacSHA384",
                    "sha512", "HmacSHA512");

    private HubSignature() {}

    /**
     * @param header as it came, or null
     * @param secrets one, or more while it changes
     */
    static Proof of(String header, byte[] body, List<String> secrets) {
        String[] parts = header == null ? new String[0] : header.strip().split("=", 2);
        String method = parts.length < 2 ? null : METHODS.get(parts[0].toLowerCase(Locale.ROOT));
        byte[] signature = method == null ? null : hex(parts[1]);
        if (signature == null) {
            return Proof.MISSING;
        }
        boolean any = false;
        for (String secret : secrets) {
            any |= MessageDigest.isEqual(hmac(method, secret, body), signature);
        }
        return any ? Proof.VALID : Proof.WRONG;
    }

    private static byte[] hex(String digits) {
        try {
            return digits.isEmpty() ? null : HexFormat.of().parseHex(digits);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static byte[] hmac(String method, String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(method);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), method));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + method, e);
        }
    }
}
