package org.upstander.scoring.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * The normal form of a protected identifier, by the rule of the roster contract: whoever enters one
 * and whoever looks for one must reach the same.
 */
public final class IdentifierForm {
    private static final int PHONE_MIN = 6;
    private static final int PHONE_MAX = 15;
    private static final int OTHER_MIN = 3;
    private static final int OTHER_MAX = 128;

    private IdentifierForm() {}

    /** Empty where the contract refuses the identifier, or the kind is not known. */
    public static Optional<String> of(String kind, String given) {
        String folded = fold(given);
        String normal =
                switch (kind) {
                    case "phone" -> phone(folded);
                    case "email" -> withoutOuterDots(account(folded));
                    case "handle" -> handle(folded);
                    case "street", "name" -> words(folded);
                    default -> "";
                };
        int min = kind.equals("phone") ? PHONE_MIN : OTHER_MIN;
        int max = kind.equals("phone") ? PHONE_MAX : OTHER_MAX;
        return normal.length() < min || normal.length() > max
                ? Optional.empty()
                : Optional.of(normal);
    }

    private static String fold(String given) {
        if (isAscii(given)) {
            return given.toLowerCase(Locale.ROOT);
        }
        StringBuilder out = new StringBuilder(given.length());
        Normalizer.normalize(given, Normalizer.Form.NFKD)
                .codePoints()
                .filter(c -> !isMark(c) && Character.getType(c) != Character.FORMAT)
                .forEach(c -> appendFolded(out, c));
        return Normalizer.normalize(out, Normalizer.Form.NFC);
    }

    private static boolean isAscii(String s) {
        for (int i = 0; i < s.length(); i++) {
            if (s.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    private static void appendFolded(StringBuilder out, int c) {
        if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
            out.append(Character.digit(c, 10));
        } else {
            out.append(Character.toString(c).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
        }
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static String phone(String folded) {
        StringBuilder digits = new StringBuilder();
        for (char c : folded.replace("(0)", "").toCharArray()) {
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (Character.isLetter(c) && !digits.isEmpty()) {
                break;
            }
        }
        int zeros = 0;
        while (zeros < digits.length() && digits.charAt(zeros) == '0') {
            zeros++;
        }
        return digits.substring(zeros);
    }

    private static String account(String folded) {
        StringBuilder kept = new StringBuilder(folded.length());
        folded.codePoints()
                .filter(c -> isLetterOrDigit(c) || "@.+-_".indexOf(c) >= 0)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static String handle(String folded) {
        String plain = withoutOuterDots(account(folded));
        int at = 0;
        while (at < plain.length() && plain.charAt(at) == '@') {
            at++;
        }
        return plain.substring(at);
    }

    private static String withoutOuterDots(String s) {
        int from = 0;
        int to = s.length();
        while (from < to && s.charAt(from) == '.') {
            from++;
        }
        while (to > from && s.charAt(to - 1) == '.') {
            to--;
        }
        return s.substring(from, to);
    }

    private static String words(String folded) {
        StringBuilder out = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); ) {
            int c = folded.codePointAt(i);
            i += Character.charCount(c);
            if (isLetterOrDigit(c)) {
                out.appendCodePoint(c);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        return out.toString().strip();
    }

    private static boolean isLetterOrDigit(int c) {
        return Character.isLetter(c) || c >= '0' && c <= '9';
    }
}
