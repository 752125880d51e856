package org.upstander.alert.http;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Times that callers give. */
final class Times {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private static final String FORM =
            "must be a time in UTC from 2000 to 2100, such as 2026-11-23T12:00:00Z";

    private Times() {}

    static Instant at(String name, String given, Instant otherwise) {
        if (given == null || given.isEmpty()) {
            return otherwise;
        }
        try {
            Instant at = Instant.parse(given);
            if (fits(at)) {
                return at;
            }
        } catch (DateTimeParseException e) {
            // Said below.
        }
        throw Problems.parameter(name, FORM);
    }

    /** As {@link #at}, for a field of a body. */
    static Instant within(String pointer, Instant given, Instant otherwise) {
        if (given != null && !fits(given)) {
            throw Problems.refused(pointer, FORM);
        }
        return given == null ? otherwise : given;
    }

    private static boolean fits(Instant at) {
        return !at.isBefore(EARLIEST) && !at.isAfter(LATEST);
    }
}
