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
 */
public record Secrets(
        String adminToken, String identifierKey, String linkKey, String webhookSecret) {

    private static final int BYTES = 32;

    /** Four new secrets of 256 random bits each. */
    public static Secrets random() {
        SecureRandom random = new SecureRandom();
        Base64.Encoder text = Base64.getUrlEncoder().withoutPadding();
        return new Secrets(
                "ups_" + text.encodeToString(bytes(random)),
                text.encodeToString(bytes(random)),
                text.encodeToString(bytes(random)),
                "whsec_" + Base64.getEncoder().encodeToString(bytes(random)));
    }

    /** The same with another admin token. */
    public Secrets withAdminToken(String token) {
        return new Secrets(token, identifierKey, linkKey, webhookSecret);
    }

    /** As the services read them from their environment. */
    Map<String, String> environment() {
        return Map.of(
                "UPSTANDER_ADMIN_TOKEN", adminToken,
                "UPSTANDER_IDENTIFIER_KEY", identifierKey,
                "UPSTANDER_LINK_KEY", linkKey,
                "UPSTANDER_WEBHOOK_SECRET", webhookSecret);
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
