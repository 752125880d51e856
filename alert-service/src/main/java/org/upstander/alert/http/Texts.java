package org.upstander.alert.http;

import java.util.Optional;

/** Rules of texts in bodies that are no documents. */
final class Texts {

    private static final int REASON = 200;

    private Texts() {}

    /** A short reason in a query parameter; blank is none. */
    static Optional<String> reason(String name, String given) {
        if (given == null || given.isBlank()) {
            return Optional.empty();
        }
        if (given.length() > REASON || given.chars().anyMatch(Character::isISOControl)) {
            throw Problems.parameter(
                    name,
                    "must have at most %d characters and no control characters".formatted(REASON));
        }
        return Optional.of(given.strip());
    }

    /** Refuses what is blank, too long, or holds control characters other than line breaks. */
    static void check(String pointer, String text, int most) {
        if (text != null
                && (text.isBlank()
                        || text.length() > most
                        || text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n'))) {
            throw Problems.refused(
                    pointer,
                    "must have 1 to %d characters and no control characters".formatted(most));
        }
    }

    /** As above, and refuses what was left out. */
    static void require(String pointer, String text, int most) {
        check(pointer, text == null ? "" : text, most);
    }
}
