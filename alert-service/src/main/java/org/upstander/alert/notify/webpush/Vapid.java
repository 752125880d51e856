package org.upstander.alert.notify.webpush;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Who sends (RFC 8292): a token for one push service, signed with the key that the browser's
 * subscription names.
 */
final class Vapid {

    /** A day at most. */
    private static final Duration LIFETIME = Duration.ofHours(12);

    private static final Pattern SUBJECT =
            Pattern.compile("(?:mailto:[^\\s\"\\\\]+@[^\\s\"\\\\]+|https://[^\\s\"\\\\]+)");
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER = encoded("{\"typ\":\"JWT\",\"alg\":\"ES256\"}");
    private static final String SIGNATURE = "SHA256withECDSAinP1363Format";

    private final String publicKey;
    private final PrivateKey key;
    private final String subject;

    private Vapid(String publicKey, PrivateKey key, String subject) {
        this.publicKey = publicKey;
        this.key = key;
        this.subject = subject;
    }

    /** Fails with what is wrong, for the operator at start. */
    static Vapid of(String publicKey, String privateKey, String subject) {
        ECPublicKey known =
                P256.publicKey(bytes(publicKey))
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "UPSTANDER_WEBPUSH_PUBLIC_KEY must be a point on P-256, 65 bytes in base64url"));
        PrivateKey key =
                P256.privateKey(bytes(privateKey))
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "UPSTANDER_WEBPUSH_PRIVATE_KEY must be 32 bytes in base64url"));
        if (!SUBJECT.matcher(subject).matches()) {
            throw new IllegalStateException(
                    "UPSTANDER_WEBPUSH_SUBJECT must be mailto:somebody@example.org or an https URL");
        }
        Vapid vapid = new Vapid(BASE64.encodeToString(P256.encoded(known)), key, subject);
        vapid.refuseStrangers(known);
        return vapid;
    }

    /**
     * The header {@code Authorization} for one push service.
     *
     * @param endpoint of a subscription
     */
    String authorization(URI endpoint, Instant now) {
        String port = endpoint.getPort() == -1 ? "" : ":" + endpoint.getPort();
        String audience =
                (endpoint.getScheme() + "://" + endpoint.getHost()).toLowerCase(Locale.ROOT) + port;
        String claims =
                "{\"aud\":\"%s\",\"exp\":%d,\"sub\":\"%s\"}"
                        .formatted(audience, now.plus(LIFETIME).getEpochSecond(), subject);
        String signed = HEADER + "." + encoded(claims);
        return "vapid t=%s.%s, k=%s"
                .formatted(signed, BASE64.encodeToString(sign(signed)), publicKey);
    }

    private byte[] sign(String text) {
        try {
            Signature signature = Signature.getInstance(SIGNATURE);
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void refuseStrangers(ECPublicKey known) {
        try {
            Signature signature = Signature.getInstance(SIGNATURE);
            signature.initVerify(known);
            signature.update(HEADER.getBytes(StandardCharsets.US_ASCII));
            if (!signature.verify(sign(HEADER))) {
                throw new IllegalStateException(
                        "UPSTANDER_WEBPUSH_PUBLIC_KEY and UPSTANDER_WEBPUSH_PRIVATE_KEY are not of one pair");
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getUrlDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
