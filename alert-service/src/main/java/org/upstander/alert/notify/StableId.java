package org.upstander.alert.notify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** An id that fits a header: the same for the same input, always. */
public final class StableId {

    private static final Pattern FITS = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private StableId() {}

    /** The id itself where letters, digits, {@code _} and {@code -} suffice, else its SHA-256. */
    public static String of(String id) {
        return FITS.matcher(id).matches() ? id : sha256(id);
    }

    private static String sha256(String id) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(id.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
