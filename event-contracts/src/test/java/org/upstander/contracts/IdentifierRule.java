package org.upstander.contracts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.IntPredicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.upstander.contracts.v1.RosterEntry;

/**
 * The rule of {@link RosterEntry.ProtectedIdentifier}, word for word; the services write theirs.
 */
final class IdentifierRule {

    private IdentifierRule() {}

    static String hash(String kind, String normal, String key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] hash = mac.doFinal((kind + ":" + normal).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String normal(String kind, String given) {
        String folded = fold(given);
        return switch (kind) {
            case "phone" -> phone(folded);
            case "email" -> address(folded);
            case "handle" -> address(folded).replaceFirst("^@+", "");
            case "street", "name" ->
                    replace(folded, c -> !isLetter(c) && !isDigit(c)).replaceAll(" +", " ").strip();
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static String fold(String given) {
        StringBuilder folded = new StringBuilder();
        Normalizer.normalize(given, Normalizer.Form.NFKD)
                .codePoints()
                .filter(c -> !isMark(c) && Character.getType(c) != Character.FORMAT)
                .forEach(
                        c -> {
                            if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
                                folded.append(Character.digit(c, 10));
                            } else {
                                folded.append(
                                        Character.toString(c)
                                                .toUpperCase(Locale.ROOT)
                                                .toLowerCase(Locale.ROOT));
                            }
                        });
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    private static String phone(String folded) {
        StringBuilder digits = new StringBuilder();
        for (int c : folded.replace("(0)", "").codePoints().toArray()) {
            if (isDigit(c)) {
                digits.appendCodePoint(c);
            } else if (isLetter(c) && !digits.isEmpty()) {
                break;
            }
        }
        return digits.toString().replaceFirst("^0+", "");
    }

    private static String address(String folded) {
        return replace(folded, c -> !isLetter(c) && !isDigit(c) && "@.+-_".indexOf(c) < 0)
                .replace(" ", "")
                .replaceAll("^\\.+|\\.+$", "");
    }

    private static String replace(String text, IntPredicate by) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> out.appendCodePoint(by.test(c) ? ' ' : c));
        return out.toString();
    }

    private static boolean isLetter(int c) {
        return Character.isLetter(c);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }
}
