package org.upstander.alert.config;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/**
 * Web Push: by which keys this service is known to push services (VAPID, RFC 8292). A browser's
 * subscription holds for one public key only, so both stay as they are.
 */
@ConfigMapping(prefix = "upstander.webpush")
public interface WebPushConfig {

    /** Uncompressed point on P-256, 65 bytes in base64url. Without both keys nothing is sent. */
    Optional<String> publicKey();

    /** 32 bytes in base64url ({@code UPSTANDER_WEBPUSH_PRIVATE_KEY}). */
    Optional<String> privateKey();

    /**
     * Whom a push service may ask about our messages: {@code mailto:} or {@code https:}. Where left
     * out, {@code UPSTANDER_PUBLIC_URL} if it is https.
     */
    Optional<String> subject();
}
