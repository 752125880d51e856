package org.upstander.ingest.domain;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks the fields of one item, and collects all that is wrong instead of stopping at the first.
 */
final class Checks {

    private final Instant receivedAt;
    private List<Violation> found = List.of();

    Checks(Instant receivedAt) {
        this.receivedAt = receivedAt;
    }

    List<Violation> found() {
        return found;
    }

    void add(Violation violation) {
        if (found.isEmpty()) {
            found = new ArrayList<>(4);
        }
        found.add(violation);
    }

    void missing(String pointer, String fix) {
        add(Violation.of(pointer, RejectReason.MISSING, pointer + " is missing: " + fix));
    }

    /** A field that must be there and must not be blank. */
    String required(String pointer, String value, int limit, String fix) {
        if (value == null || value.isBlank()) {
            missing(pointer, fix);
            return null;
        }
        return limited(pointer, value, limit);
    }

    /** A field that may be absent; blank counts as absent. */
    String optional(String pointer, String value, int limit) {
        return value == null || value.isBlank() ? null : limited(pointer, value, limit);
    }

    /**
     * A field that is only shown: cut when too long. Its author chooses it, and must not be able to
     * have the post refused by it.
     */
    String shown(String pointer, String value, int limit) {
        if (value == null || value.isBlank()) {
            return null;
        }
        return wellFormed(pointer, value) ? Texts.firstCharacters(value, limit) : null;
    }

    /** Free text of any length. */
    String prose(String pointer, String value) {
        return value != null && wellFormed(pointer, value) ? value : null;
    }

    /** A field with a closed set of values. */
    String oneOf(String pointer, String value, List<String> allowed) {
        if (value != null && !allowed.contains(value)) {
            String detail = pointer + " must be one of " + String.join(", ", allowed) + ".";
            add(Violation.of(pointer, RejectReason.NOT_ALLOWED, detail));
        }
        return value;
    }

    /** A field that has no meaning beside the item's type. */
    void absent(String pointer, String value, String fix) {
        if (value != null) {
            add(Violation.of(pointer, RejectReason.NOT_ALLOWED, pointer + " " + fix));
        }
    }

    /**
     * An author with an id or a handle.
     *
     * @param required whether absence is a fault
     */
    Author author(String pointer, Author author, boolean required) {
        if (author == null) {
            if (required) {
                missing(pointer, "say who wrote it, as {\"id\":…} or {\"handle\":…}.");
            }
            return null;
        }
        String id = optional(pointer + "/id", author.id(), Limits.AUTHOR_ID);
        String handle = optional(pointer + "/handle", bare(author.handle()), Limits.AUTHOR_HANDLE);
        String shown =
                shown(pointer + "/displayName", author.displayName(), Limits.AUTHOR_DISPLAY_NAME);
        if (blank(author.id()) && blank(bare(author.handle()))) {
            missing(pointer + "/handle", "an author needs an id or a handle.");
        }
        return new Author(id, handle, shown, author.bot(), author.staff());
    }

    /**
     * A time of the source's clock, RFC 3339. One that cannot be right becomes the time of receipt.
     *
     * @return null when absent
     */
    Instant time(String pointer, String value) {
        if (blank(value)) {
            return null;
        }
        try {
            Instant at = DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(value, Instant::from);
            boolean possible =
                    !at.isBefore(Limits.EARLIEST) && !at.isAfter(receivedAt.plus(Limits.AHEAD));
            return possible ? at : receivedAt;
        } catch (DateTimeException e) {
            add(
                    Violation.of(
                            pointer,
                            RejectReason.NOT_ALLOWED,
                            pointer + " is no time: write RFC 3339, 2026-11-23T12:00:00Z."));
            return null;
        }
    }

    private String limited(String pointer, String value, int limit) {
        if (!wellFormed(pointer, value)) {
            return null;
        }
        if (Texts.longerThan(value, limit)) {
            String detail = pointer + " is longer than " + limit + " characters: shorten it.";
            add(Violation.over(pointer, limit, detail));
            return null;
        }
        return value;
    }

    private boolean wellFormed(String pointer, String value) {
        if (Texts.wellFormed(value)) {
            return true;
        }
        String detail =
                pointer + " holds a lone surrogate or U+0000: remove it, or put U+FFFD there.";
        add(Violation.of(pointer, RejectReason.ENCODING, detail));
        return false;
    }

    private static String bare(String handle) {
        if (handle == null) {
            return null;
        }
        String bare = handle.strip();
        int from = 0;
        while (from < bare.length() && bare.charAt(from) == '@') {
            from++;
        }
        return bare.substring(from);
    }

    private static boolean blank(String value) {
        return value == null || value.isBlank();
    }
}
