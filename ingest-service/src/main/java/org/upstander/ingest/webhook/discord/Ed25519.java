package org.upstander.ingest.webhook.discord;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** Signatures of RFC 8032 with the JDK's own provider. */
final class Ed25519 {

    /** Everything of a SubjectPublicKeyInfo of RFC 8410 but the 32 bytes of the key. */
    private static final String PUBLIC_KEY_INFO = "302a300506032b6570032100";

    private Ed25519() {}

    /**
     * @param key 64 hexadecimal digits; one that is no key verifies nothing
     * @param parts what was signed, one after the other
     */
    static boolean verify(String key, byte[] signature, byte[]... parts) {
        try {
            PublicKey signer =
                    KeyFactory.getInstance("Ed25519")
                            .generatePublic(
                                    new X509EncodedKeySpec(
                                            HexFormat.of().parseHex(PUBLIC_KEY_INFO + key)));
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(signer);
            for (byte[] part : parts) {
                verifier.update(part);
            }
            return verifier.verify(signature);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
