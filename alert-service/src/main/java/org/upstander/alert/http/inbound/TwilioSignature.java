package org.upstander.alert.http.inbound;

import java.util.Base64;
import java.util.Optional;

/**
 * {@code X-Twilio-Signature}: the base64 of HMAC-SHA-1 of the URL as Twilio called it and of every
 * parameter of the form, sorted by name, name and value without anything between.
 */
record TwilioSignature(Secrets tokens) {

    /**
     * @param signature or null
     * @param url with the query
     */
    boolean holds(String signature, String url, Form form) {
        StringBuilder signed = new StringBuilder(url);
        form.sorted().forEach((name, values) -> values.forEach(v -> signed.append(name).append(v)));
        return signature != null
                && base64(signature)
                        .filter(
                                mac ->
                                        tokens.made(
                                                mac, "HmacSHA1", Secrets.bytes(signed.toString())))
                        .isPresent();
    }

    private static Optional<byte[]> base64(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
