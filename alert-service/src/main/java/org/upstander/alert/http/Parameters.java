package org.upstander.alert.http;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.upstander.alert.application.reading.Cursors;
import org.upstander.alert.application.reading.Place;

/**
 * Reads the query parameters of a list. What was given becomes part of the cursor's seal, so a
 * cursor fits only the list it came from.
 */
final class Parameters {

    private static final int MAX_LENGTH = 256;

    private final StringBuilder list;
    private final Cursors cursors;

    /**
     * @param list its name; a cursor fits no other
     */
    Parameters(String list, Cursors cursors) {
        this.list = new StringBuilder(list);
        this.cursors = cursors;
    }

    /** Any text, at most 256 characters. */
    String text(String name, String given) {
        String checked = checked(name, given);
        return checked == null ? null : remember(name, checked);
    }

    /** Any text, at most 256 characters; null where it is left out. */
    static String checked(String name, String given) {
        if (given == null || given.isEmpty()) {
            return null;
        }
        if (given.length() > MAX_LENGTH || given.indexOf('\0') >= 0) {
            throw Problems.parameter(
                    name, "must have at most %d characters, no NUL".formatted(MAX_LENGTH));
        }
        return given;
    }

    /** One of a closed set. */
    String word(String name, String given, Set<String> words) {
        if (given == null || given.isEmpty()) {
            return null;
        }
        if (!words.contains(given)) {
            throw Problems.parameter(
                    name, "must be one of " + String.join(", ", new TreeSet<>(words)));
        }
        return remember(name, given);
    }

    Integer severity(String given) {
        String word = word("severity", given, Set.of("0", "1", "2", "3", "4"));
        return word == null ? null : Integer.valueOf(word);
    }

    Instant time(String name, String given) {
        if (given == null || given.isEmpty()) {
            return null;
        }
        try {
            return Instant.parse(remember(name, given));
        } catch (DateTimeParseException e) {
            throw Problems.parameter(name, "must be a time in UTC such as 2026-11-23T12:00:00Z");
        }
    }

    /** Where the part before ended. To be read after all filters. */
    Optional<Place> after(String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return Optional.empty();
        }
        String place =
                cursors.open(list.toString(), cursor)
                        .orElseThrow(
                                () ->
                                        Problems.parameter(
                                                "cursor",
                                                "is not one of this list with these filters; leave it out to begin again"));
        int line = place.indexOf('\n');
        return Optional.of(
                new Place(Instant.parse(place.substring(0, line)), place.substring(line + 1)));
    }

    /** The cursor of a place, or null at the end. */
    String cursor(Optional<Place> end) {
        return end.map(place -> cursors.seal(list.toString(), place.at() + "\n" + place.id()))
                .orElse(null);
    }

    private String remember(String name, String given) {
        list.append('\n').append(name).append('=').append(given);
        return given;
    }
}
