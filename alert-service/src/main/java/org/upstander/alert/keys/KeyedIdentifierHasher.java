package org.upstander.alert.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import org.upstander.alert.application.directory.IdentifierHasher;
import org.upstander.alert.config.KeysConfig;
import org.upstander.alert.domain.IdentifierKind;

@ApplicationScoped
class KeyedIdentifierHasher implements IdentifierHasher {

    private final Hmac hmac;

    KeyedIdentifierHasher(KeysConfig config) {
        this.hmac = new Hmac(config.identifier());
    }

    @Override
    public String hash(IdentifierKind kind, String normalForm) {
        return HexFormat.of().formatHex(hmac.of(kind.wireName() + ":" + normalForm));
    }
}
