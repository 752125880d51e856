package org.upstander.alert.notify.webpush;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.Optional;
import org.upstander.alert.notify.http.UrlShape;

/**
 * A browser that wants messages, as {@code JSON.stringify(subscription)} writes it there.
 *
 * @param endpoint where its push service takes them; a credential
 * @param key for which they are encrypted
 * @param auth its secret, 16 bytes
 */
record Subscription(URI endpoint, ECPublicKey key, byte[] auth) {

    static final String FORM =
            "must be a browser's subscription as JSON text, {\"endpoint\":\"https://…\",\"keys\":{\"p256dh\":\"…\",\"auth\":\"…\"}}";

    private static final int AUTH = 16;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Empty for what is no subscription. */
    static Optional<Subscription> of(String address) {
        JsonNode given = read(address);
        Optional<URI> endpoint = UrlShape.url(given.path("endpoint").asText());
        Optional<ECPublicKey> key =
                P256.publicKey(bytes(given.path("keys").path("p256dh").asText()));
        byte[] auth = bytes(given.path("keys").path("auth").asText());
        return endpoint.isPresent() && key.isPresent() && auth.length == AUTH
                ? Optional.of(new Subscription(endpoint.get(), key.get(), auth))
                : Optional.empty();
    }

    private static JsonNode read(String address) {
        try {
            return JSON.readTree(address);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    /** Some browsers pad, and some libraries write plain base64. */
    private static byte[] bytes(String base64) {
        try {
            return Base64.getUrlDecoder().decode(base64.replace('+', '-').replace('/', '_'));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
