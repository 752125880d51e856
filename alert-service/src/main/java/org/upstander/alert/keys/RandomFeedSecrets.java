package org.upstander.alert.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import org.upstander.access.TokenHash;
import org.upstander.alert.application.directory.FeedSecrets;
import org.upstander.alert.config.KeysConfig;

@ApplicationScoped
class RandomFeedSecrets implements FeedSecrets {

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final String base;

    RandomFeedSecrets(KeysConfig config) {
        this.base = config.publicUrl().toString().replaceAll("/$", "");
    }

    @Override
    public String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String hash(String secret) {
        return TokenHash.of(secret);
    }

    @Override
    public URI address(String secret) {
        return URI.create(base + "/v1/calendars/" + secret + ".ics");
    }
}
