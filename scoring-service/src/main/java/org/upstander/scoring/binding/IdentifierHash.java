package org.upstander.scoring.binding;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.upstander.scoring.text.IdentifierForm;

/** The keyed hash of protected identifiers, as the roster contract has it. Thread-safe. */
public final class IdentifierHash {
    private static final String ALGORITHM = "HmacSHA256";
    private final SecretKeySpec key;

    /**
     * @param key the operator's key in UTF-8, not empty
     */
    public IdentifierHash(byte[] key) {
        this.key = new SecretKeySpec(Arrays.copyOf(key, key.length), ALGORITHM);
    }

    /** The hash of an identifier as given: 64 hex digits; empty where the contract refuses it. */
    public Optional<String> of(String kind, String given) {
        return IdentifierForm.of(kind, given).map(normal -> ofNormal(start(), kind, normal));
    }

    /** A keyed digest for one thread. */
    Mac start() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    static String ofNormal(Mac mac, String kind, String normal) {
        byte[] hash = mac.doFinal((kind + ":" + normal).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash);
    }
}
