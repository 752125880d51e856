package org.upstander.ingest.webhook;

import java.util.HexFormat;
import org.upstander.ingest.application.delivery.Delivery;
import org.upstander.ingest.application.delivery.Proof;
import org.upstander.ingest.domain.Source;

/** A signature in a header as {@code prefix=hex}. */
public final class HexSignature {

    private static final int SHA256_DIGITS = 64;
    private static final int MOST = 4;

    private HexSignature() {}

    /**
     * HMAC-SHA256 over the body alone, as most platforms sign.
     *
     * @param header in small letters
     * @param prefix in front of the digits, {@code sha256=} mostly
     */
    public static Proof ofBody(Delivery delivery, Source source, String header, String prefix) {
        byte[] signature = read(delivery.header(header), prefix);
        if (signature == null) {
            return Proof.MISSING;
        }
        return new Secrets(source.secrets()).signed(signature, delivery.body())
                ? Proof.VALID
                : Proof.WRONG;
    }

    /**
     * The same, where a header may hold several, with commas between them: one for each secret
     * while it changes.
     */
    public static Proof anyOfBody(Delivery delivery, Source source, String header, String prefix) {
        String values = delivery.header(header);
        Proof proof = Proof.MISSING;
        for (String value : values == null ? new String[0] : values.split(",", MOST + 1)) {
            byte[] signature = read(value.strip(), prefix);
            if (signature != null && proof != Proof.VALID) {
                boolean signed = new Secrets(source.secrets()).signed(signature, delivery.body());
                proof = signed ? Proof.VALID : Proof.WRONG;
            }
        }
        return proof;
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
