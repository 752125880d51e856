package org.upstander.standalone;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/**
 * What the services keep to themselves.
 *
 * @param adminToken bearer token with every scope, at least 16 characters
 * @param identifierKey key of the hashes of protected identifiers
 * @param linkKey signs the links in mails
 * @param webhookSecret signs webhooks, {@code whsec_…}
 * @param sourceKey seals the secrets of sources
 * @param evidenceKey seals posts as they were received
 */
public record Secrets(
        String adminToken,
        String identifierKey,
        String linkKey,
        String webhookSecret,
        String sourceKey,
        String evidenceKey) {

    private static final int BYTES = 32;

    /** New secrets of 256 random bits each. */
    public static Secrets random() {
        SecureRandom random = new SecureRandom();
        Base64.Encoder text = Base64.getUrlEncoder().withoutPadding();
        return new Secrets(
                "ups_" + text.encodeToString(bytes(random)),
                text.encodeToString(bytes(random)),
                text.encodeToString(bytes(random)),
                "whsec_" + Base64.getEncoder().encodeToString(bytes(random)),
                randomKey(),
                randomKey());
    }

    /** A key of 256 random bits. */
    static String randomKey() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(new SecureRandom()));
    }

    /** The same with another admin token. */
    public Secrets withAdminToken(String token) {
        return new Secrets(token, identifierKey, linkKey, webhookSecret, sourceKey, evidenceKey);
    }

    /** As the services read them from their environment. */
    Map<String, String> environment() {
        return Map.of(
                "UPSTANDER_ADMIN_TOKEN", adminToken,
                "UPSTANDER_IDENTIFIER_KEY", identifierKey,
                "UPSTANDER_LINK_KEY", linkKey,
                "UPSTANDER_WEBHOOK_SECRET", webhookSecret,
                "UPSTANDER_SOURCE_KEY", sourceKey,
                "UPSTANDER_EVIDENCE_KEY", evidenceKey);
    }

    /** Shows nothing: records are printed by accident. */
    @Override
    public String toString() {
        return "Secrets[…]";
    }

    private static byte[] bytes(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return bytes;
    }
}
