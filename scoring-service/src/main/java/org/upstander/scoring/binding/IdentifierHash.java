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
    private final Mac template;

    /**
     * @param key the operator's key in UTF-8, not empty
     */
    public IdentifierHash(byte[] key) {
        try {
            template = Mac.getInstance(ALGORITHM);
            template.init(new SecretKeySpec(Arrays.copyOf(key, key.length), ALGORITHM));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    /** The hash of an identifier as given: 64 hex digits; empty where the contract refuses it. */
    public Optional<String> of(String kind, String given) {
        return IdentifierForm.of(kind, given)
                .map(normal -> HexFormat.of().formatHex(ofNormal(start(), kind, normal)));
    }

    /** A keyed digest for one thread. */
    Mac start() {
        try {
            // Looking a provider up takes longer than the hash itself.
            return (Mac) template.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The platform's " + ALGORITHM + " can be cloned", e);
        }
    }

    static byte[] ofNormal(Mac mac, String kind, String normal) {
        return mac.doFinal((kind + ":" + normal).getBytes(StandardCharsets.UTF_8));
    }
}
