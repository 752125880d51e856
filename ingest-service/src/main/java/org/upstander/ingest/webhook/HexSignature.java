package org.upstander.ingest.webhook;

import java.util.HexFormat;

/** A signature in a header as {@code prefix=hex}. */
public final class HexSignature {

    private static final int SHA256_DIGITS = 64;

    private HexSignature() {}

    /**
     * HMAC-SHA256 over the body alone, as most platforms sign.
     *
     * @param header in small letters
     * @param prefix in front of the digits, {@code sha256=} mostly
     */
    public static Proof ofBody(Delivery delivery, Secrets secrets, String header, String prefix) {
        byte[] signature = read(delivery.header(header), prefix);
        if (signature == null) {
            return Proof.MISSING;
        }
        return secrets.signed(signature, delivery.body()) ? Proof.VALID : Proof.WRONG;
    }

    /**
     * @param value of a header, or null
     * @return null where it is no signature of this form
     */
    public static byte[] read(String value, String prefix) {
        if (value == null
                || !value.startsWith(prefix)
                || value.length() != prefix.length() + SHA256_DIGITS) {
            return null;
        }
        try {
            return HexFormat.of().parseHex(value, prefix.length(), value.length());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
