package org.upstander.scoring.kafka;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Reads RFC 3339 in UTC. {@link Instant#parse} would cost a post about as much as finding the
 * people in it; the shape that we write ourselves is read digit by digit, everything else goes
 * there.
 */
final class Instants {
    private static final int DATE_TIME = 19; // 2026-11-23T12:00:00
    private static final int NANO_DIGITS = 9;

    private Instants() {}

    /**
     * @throws DateTimeException where it is not an instant
     */
    static Instant parse(String text) {
        int length = text.length();
        if (length <= DATE_TIME
                || text.charAt(length - 1) != 'Z'
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':') {
            return Instant.parse(text);
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, DATE_TIME);
        int nanos = nanos(text, length - 1);
        if ((year | month | day | hour | minute | second | nanos) < 0
                || hour > 23
                || minute > 59
                || second > 59) {
            return Instant.parse(text);
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        return Instant.ofEpochSecond(days * 86_400 + hour * 3600L + minute * 60L + second, nanos);
    }

    private static int nanos(String text, int end) {
        if (end == DATE_TIME) {
            return 0;
        }
        int digits = end - DATE_TIME - 1;
        if (text.charAt(DATE_TIME) != '.' || digits < 1 || digits > NANO_DIGITS) {
            return -1;
        }
        int nanos = number(text, DATE_TIME + 1, end);
        for (int i = digits; i < NANO_DIGITS && nanos > 0; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    /** The digits' value, or -1 where one is none. */
    private static int number(String text, int start, int end) {
        int value = 0;
        for (int i = start; i < end; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
