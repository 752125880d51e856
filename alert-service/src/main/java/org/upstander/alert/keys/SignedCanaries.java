package org.upstander.alert.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.upstander.alert.application.canary.CanarySeals;
import org.upstander.alert.config.KeysConfig;

/** The time under a signature by the link key, which all instances have; nothing is kept. */
@ApplicationScoped
class SignedCanaries implements CanarySeals {

    private static final String PURPOSE = "canary";
    private static final String HANDLE = "13:canary-handle";
    private static final int LETTERS = 16;

    private final SignedText signed;
    private final String handle;

    SignedCanaries(KeysConfig config) {
        this.signed = new SignedText(config.link());
        this.handle = letters(new Hmac(config.link()).of(HANDLE));
    }

    @Override
    public String seal(Instant writtenAt) {
        return signed.seal(PURPOSE, writtenAt.toString());
    }

    @Override
    public Optional<Instant> open(String externalId) {
        try {
            return signed.open(PURPOSE, externalId).map(Instant::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public String handle() {
        return handle;
    }

    /** One word to whoever looks for names: no digit or sign, and no letter twice in a row. */
    private static String letters(byte[] bytes) {
        StringBuilder letters = new StringBuilder(LETTERS);
        for (int at = 0; at < LETTERS; at++) {
            int of = Byte.toUnsignedInt(bytes[at]) % 13;
            letters.append((char) ('a' + of + at % 2 * 13));
        }
        return letters.toString();
    }
}
