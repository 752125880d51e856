package org.upstander.alert.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.upstander.alert.application.directory.MethodCodes;
import org.upstander.alert.config.KeysConfig;

/** Derives codes from random ids under the link key, so that none is ever stored. */
@ApplicationScoped
class DerivedMethodCodes implements MethodCodes {

    private static final String PURPOSE = "11:method-code";
    private static final int ID_BYTES = 16;
    private static final int CODES = 1_000_000;

    private final SecureRandom random = new SecureRandom();
    private final Hmac hmac;

    DerivedMethodCodes(KeysConfig config) {
        this.hmac = new Hmac(config.link());
    }

    @Override
    public String newId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return "mc-" + HexFormat.of().formatHex(bytes);
    }

    @Override
    public String of(String checkId) {
        long number = ByteBuffer.wrap(hmac.of(PURPOSE + checkId)).getLong();
        return "%06d".formatted(Long.remainderUnsigned(number, CODES));
    }
}
