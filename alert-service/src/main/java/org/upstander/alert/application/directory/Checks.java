package org.upstander.alert.application.directory;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.upstander.alert.domain.Zones;

/** Collects what is wrong with an entry, all at once, each with its field and the fix. */
final class Checks {

    static final int MAX_NAME = 200;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>,;\"]{1,64}@[^\\s@<>,;\"]{1,190}");

    private final List<Violation> violations = new ArrayList<>();

    List<Violation> violations() {
        return List.copyOf(violations);
    }

    boolean fine() {
        return violations.isEmpty();
    }

    void add(String pointer, String detail) {
        violations.add(new Violation(pointer, detail));
    }

    void id(String pointer, String id) {
        if (id == null || !ID.matcher(id).matches()) {
            add(
                    pointer,
                    "must be 1 to 64 letters, digits, '.', '_' or '-', beginning with a letter or digit");
        }
    }

    void optionalId(String pointer, String id) {
        if (id != null) {
            id(pointer, id);
        }
    }

    /** A short text for people: present, not too long, and without what could forge other lines. */
    String text(String pointer, String text) {
        if (text == null || text.isBlank()) {
            add(pointer, "is required and must not be blank");
            return "";
        }
        if (text.length() > MAX_NAME) {
            add(pointer, "has %d characters; at most %d".formatted(text.length(), MAX_NAME));
        }
        if (text.codePoints().anyMatch(Checks::unwanted)) {
            add(pointer, "holds a control or text-direction character; remove it");
        }
        return text.strip();
    }

    String optionalText(String pointer, String text) {
        return text == null || text.isBlank() ? null : text(pointer, text);
    }

    /** A list, never null, of at most {@code most}. */
    <T> List<T> list(String pointer, List<T> items, int most) {
        if (items == null) {
            return List.of();
        }
        if (items.size() > most) {
            add(pointer, "has %d items; at most %d".formatted(items.size(), most));
            return items.subList(0, most);
        }
        return items;
    }

    List<String> texts(String pointer, List<String> items, int most) {
        List<String> given = list(pointer, items, most);
        List<String> out = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            out.add(text(pointer + "/" + i, given.get(i)));
        }
        return out.stream().distinct().toList();
    }

    /** A time zone; UTC where none is named. */
    ZoneId zone(String pointer, String name) {
        try {
            return name == null ? ZoneOffset.UTC : Zones.of(name);
        } catch (DateTimeException e) {
            add(pointer, "is no time zone; use an IANA name such as Europe/Berlin");
            return ZoneOffset.UTC;
        }
    }

    /** A probability within bounds, both included, or null where none is given. */
    Double optionalProbability(String pointer, Double given, double least, double most) {
        if (given != null) {
            probability(pointer, given, least, most);
        }
        return given;
    }

    /** A probability within bounds, both included. */
    void probability(String pointer, Double given, double least, double most) {
        if (given == null || !(given >= least && given <= most)) {
            add(
                    pointer,
                    "%s a probability from %s to %s, such as 0.5"
                            .formatted(given == null ? "is required:" : "must be", least, most));
        }
    }

    void email(String pointer, String address) {
        if (address == null || !EMAIL.matcher(address).matches()) {
            add(pointer, "must be one e-mail address, name@domain, without display name");
        }
    }

    private static boolean unwanted(int c) {
        return Character.isISOControl(c)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x2028
                || c == 0x2029
                || c == 0x200E
                || c == 0x200F
                || c == 0x061C;
    }
}
