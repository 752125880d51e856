package org.upstander.alert.domain;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What nobody may publish about a member of staff. The normal forms are those of the roster
 * contract ({@code ProtectedIdentifier}): scoring-service must reach the same, letter by letter.
 */
public enum IdentifierKind {
    PHONE,
    EMAIL,
    STREET,
    HANDLE,
    NAME;

    private static final int MIN_DIGITS = 6;
    private static final int MAX_DIGITS = 15;
    private static final int MIN_LENGTH = 3;
    private static final int MAX_LENGTH = 128;

    /** Finds a kind by its wire name; {@code address} is another word for {@code street}. */
    public static Optional<IdentifierKind> of(String name) {
        String wanted = "address".equals(name) ? "street" : name;
        return Arrays.stream(values()).filter(kind -> kind.wireName().equals(wanted)).findFirst();
    }

    public static String names() {
        return Arrays.stream(values())
                .map(IdentifierKind::wireName)
                .collect(Collectors.joining(", "));
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a normal form must measure, for people. */
    public String limits() {
        return this == PHONE
                ? "%d to %d digits".formatted(MIN_DIGITS, MAX_DIGITS)
                : "%d to %d letters and digits".formatted(MIN_LENGTH, MAX_LENGTH);
    }

    /**
     * The form that is hashed.
     *
     * @param given as typed by the operator
     * @return empty when too short to protect or too long to be one
     */
    public Optional<String> normalForm(String given) {
        String folded = fold(given);
        String normal =
                switch (this) {
                    case PHONE -> digits(folded);
                    case EMAIL -> address(folded);
                    case HANDLE -> withoutLeading(address(folded), '@');
                    case STREET, NAME -> words(folded);
                };
        int least = this == PHONE ? MIN_DIGITS : MIN_LENGTH;
        int most = this == PHONE ? MAX_DIGITS : MAX_LENGTH;
        return normal.length() >= least && normal.length() <= most
                ? Optional.of(normal)
                : Optional.empty();
    }

    private static String fold(String given) {
        StringBuilder out = new StringBuilder(given.length());
        Normalizer.normalize(given, Normalizer.Form.NFKD)
                .codePoints()
                .filter(c -> !invisible(c))
                .forEach(c -> out.append(foldOne(c)));
        return Normalizer.normalize(out, Normalizer.Form.NFC);
    }

    private static String foldOne(int c) {
        return Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER
                ? Integer.toString(Character.digit(c, 10))
                : Character.toString(c).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static boolean invisible(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT ->
                    true;
            default -> false;
        };
    }

    private static String digits(String folded) {
        StringBuilder out = new StringBuilder();
        for (int c : folded.replace("(0)", "").codePoints().toArray()) {
            if (c >= '0' && c <= '9') {
                out.append((char) c);
            } else if (Character.isLetter(c) && !out.isEmpty()) {
                break; // what follows is an extension
            }
        }
        return withoutLeading(out.toString(), '0');
    }

    private static String address(String folded) {
        StringBuilder out = new StringBuilder();
        folded.codePoints()
                .filter(c -> letterOrDigit(c) || "@.+-_".indexOf(c) >= 0)
                .forEach(out::appendCodePoint);
        int end = out.length();
        while (end > 0 && out.charAt(end - 1) == '.') {
            end--;
        }
        return withoutLeading(out.substring(0, end), '.');
    }

    private static String words(String folded) {
        StringBuilder out = new StringBuilder();
        boolean gap = false;
        for (int c : folded.codePoints().toArray()) {
            if (!letterOrDigit(c)) {
                gap = true;
                continue;
            }
            if (gap && !out.isEmpty()) {
                out.append(' ');
            }
            gap = false;
            out.appendCodePoint(c);
        }
        return out.toString();
    }

    private static boolean letterOrDigit(int c) {
        return Character.isLetter(c) || (c >= '0' && c <= '9');
    }

    private static String withoutLeading(String text, char unwanted) {
        int start = 0;
        while (start < text.length() && text.charAt(start) == unwanted) {
            start++;
        }
        return text.substring(start);
    }
}
