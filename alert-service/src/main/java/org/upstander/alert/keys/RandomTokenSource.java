package org.upstander.alert.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.upstander.access.TokenHash;
import org.upstander.alert.application.directory.TokenSource;

@ApplicationScoped
class RandomTokenSource implements TokenSource {

    private static final String PREFIX = "ups_";
    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 8;

    private final SecureRandom random = new SecureRandom();

    @Override
    public NewToken next() {
        String secret =
                PREFIX
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(bytes(SECRET_BYTES));
        return new NewToken(
                "tk-" + HexFormat.of().formatHex(bytes(ID_BYTES)), secret, TokenHash.of(secret));
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
