package org.upstander.alert.http;

/** Rules of texts in bodies that are no documents. */
final class Texts {

    private Texts() {}

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
