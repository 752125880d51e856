package org.upstander.ingest.application.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What a delivery is recognised by when it comes again: SHA-256 over what tells it apart. Not the
 * platform's own id: several give a retry another one.
 *
 * @param value 64 hexadecimal digits
 */
public record DeliveryKey(String value) {

    /**
     * @param headers that count, besides the body
     */
    static DeliveryKey of(Delivery delivery, List<String> headers) {
        MessageDigest digest = sha256();
        for (String header : headers) {
            String value = delivery.header(header);
            digest.update((value + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return new DeliveryKey(HexFormat.of().formatHex(digest.digest(delivery.body())));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
