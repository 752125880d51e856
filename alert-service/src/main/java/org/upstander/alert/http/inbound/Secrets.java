package org.upstander.alert.http.inbound;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Secrets that are shared with another side: the one that holds, and others during a change. */
record Secrets(List<String> values) {

    Secrets {
        values = values.stream().filter(value -> !value.isBlank()).toList();
    }

    static Secrets of(Optional<? extends List<String>> values) {
        return new Secrets(values.map(List::copyOf).orElse(List.of()));
    }

    /** Whether one of the secrets made this MAC of the message; in constant time for each. */
    boolean made(byte[] mac, String algorithm, byte[]... message) {
        boolean made = false;
        for (String secret : values) {
            made |= MessageDigest.isEqual(mac, mac(algorithm, secret, message));
        }
        return made;
    }

    /** Whether it is one of the secrets; in constant time for each. */
    boolean contain(String given) {
        boolean found = false;
        for (String secret : values) {
            found |= MessageDigest.isEqual(bytes(given), bytes(secret));
        }
        return found;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] mac(String algorithm, String secret, byte[]... message) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(bytes(secret), algorithm));
            for (byte[] part : message) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    /** Empty where it is not hexadecimal. */
    static Optional<byte[]> hex(String text) {
        try {
            return Optional.of(HexFormat.of().parseHex(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
