package org.upstander.alert.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.upstander.alert.application.reading.Cursors;
import org.upstander.alert.config.KeysConfig;

@ApplicationScoped
class SealedCursors implements Cursors {

    private final SignedText signed;

    SealedCursors(KeysConfig config) {
        this.signed = new SignedText(config.link());
    }

    @Override
    public String seal(String list, String place) {
        return signed.seal("cursor:" + list, place);
    }

    @Override
    public Optional<String> open(String list, String cursor) {
        return signed.open("cursor:" + list, cursor);
    }
}
