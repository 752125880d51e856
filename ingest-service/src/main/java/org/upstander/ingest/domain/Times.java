package org.upstander.ingest.domain;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Reads RFC 3339. The JDK's parser takes as long for one time as all the rest of a post's checks,
 * so what nearly every feed writes, a time in UTC, is read here by hand; everything else by the
 * JDK, which both agree with.
 */
final class Times {

    private static final String PATTERN = "dddd-dd-ddTdd:dd:dd";
    private static final int SECONDS_END = PATTERN.length();
    private static final int MAX_FRACTION = 9;

    private Times() {}

    /**
     * @throws DateTimeException when it is no time
     */
    static Instant parse(String value) {
        return inUtc(value)
                ? byHand(value)
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(value, Instant::from);
    }

    private static Instant byHand(String value) {
        int nanos = 0;
        int digits = Math.max(0, value.length() - 1 - (SECONDS_END + 1));
        for (int i = 0; i < MAX_FRACTION; i++) {
            nanos = nanos * 10 + (i < digits ? value.charAt(SECONDS_END + 1 + i) - '0' : 0);
        }
        return LocalDateTime.of(
                        number(value, 0, 4),
                        number(value, 5, 7),
                        number(value, 8, 10),
                        number(value, 11, 13),
                        number(value, 14, 16),
                        number(value, 17, 19),
                        nanos)
                .toInstant(ZoneOffset.UTC);
    }

    /** Whether it looks like {@code 2026-11-23T12:00:00Z}, perhaps with a fraction. */
    private static boolean inUtc(String value) {
        int last = value.length() - 1;
        if (last < SECONDS_END || value.charAt(last) != 'Z') {
            return false;
        }
        for (int i = 0; i < SECONDS_END; i++) {
            char expected = PATTERN.charAt(i);
            char found = value.charAt(i);
            if (expected == 'd' ? !digit(found) : found != expected) {
                return false;
            }
        }
        return last == SECONDS_END || fraction(value, last);
    }

    private static boolean fraction(String value, int last) {
        int digits = last - SECONDS_END - 1;
        if (value.charAt(SECONDS_END) != '.' || digits < 1 || digits > MAX_FRACTION) {
            return false;
        }
        for (int i = SECONDS_END + 1; i < last; i++) {
            if (!digit(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static int number(String value, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + value.charAt(i) - '0';
        }
        return number;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
