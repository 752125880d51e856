package org.upstander.alert.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import org.upstander.alert.application.stats.Pseudonyms;
import org.upstander.alert.config.KeysConfig;

/**
 * Under the key of identifiers, which lives longest: a digest without a key would be tried out with
 * the handles of a forum. No kind of identifier begins with a number, so neither hash is the other.
 */
@ApplicationScoped
class KeyedPseudonyms implements Pseudonyms {

    private static final String PURPOSE = "16:author-pseudonym";
    private static final int BYTES = 8;

    private final Hmac hmac;

    KeyedPseudonyms(KeysConfig config) {
        this.hmac = new Hmac(config.identifier());
    }

    @Override
    public String author(String authorKey) {
        return "au-" + HexFormat.of().formatHex(hmac.of(PURPOSE + authorKey), 0, BYTES);
    }
}
