package org.upstander.ingest.config;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What is derived from the keys that the operator gives ({@code UPSTANDER_SOURCE_KEY}): for each
 * purpose another one, HMAC-SHA256 of its name.
 */
@Singleton
public class SourceKeys {

    private static final String HMAC_SHA256 = "HmacSHA256";

    private final List<String> keys;

    @Inject
    SourceKeys(SourcesConfig config) {
        this(
                Stream.concat(
                                config.key().stream(),
                                config.otherKeys().stream().flatMap(List::stream))
                        .toList());
    }

    /**
     * @param keys the current one first, then those that still hold; blank ones are none
     */
    public SourceKeys(List<String> keys) {
        this.keys = keys.stream().filter(key -> !key.isBlank()).toList();
    }

    /**
     * @return 32 bytes for each key, in their order; none where there is no key
     */
    public List<byte[]> of(String purpose) {
        return keys.stream().map(key -> hmac(utf8(key), utf8(purpose))).toList();
    }

    private static byte[] hmac(byte[] key, byte[] purpose) {
        try {
            Mac mac = Mac.getInstance(HMAC_SHA256);
            mac.init(new SecretKeySpec(key, HMAC_SHA256));
            return mac.doFinal(purpose);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
