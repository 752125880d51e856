package org.upstander.ingest.domain;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Times as text, RFC 3339. What most platforms write, {@code 2026-11-23T12:00:00Z} with a fraction
 * or none, is read and written digit by digit: the formatter takes several times as long.
 */
public final class Times {

    private static final String SHAPE = "dddd-dd-ddTdd:dd:dd";
    private static final int NANO_DIGITS = 9;

    /** Nanoseconds in the last digit of so many groups of three. */
    private static final int[] THOUSANDS = {1_000_000_000, 1_000_000, 1_000, 1};

    /** The year 10,000 begins, seconds since 1970. */
    private static final long YEAR_10_000 = 253_402_300_800L;

    private Times() {}

    /**
     * @throws DateTimeException where it is no time
     */
    static Instant read(String text) {
        return isPlain(text)
                ? plain(text)
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
    }

    /** The same as {@link Instant#toString()}. */
    public static String written(Instant at) {
        long second = at.getEpochSecond();
        if (second < 0 || second >= YEAR_10_000) {
            return at.toString();
        }
        int nano = at.getNano();
        LocalDateTime time = LocalDateTime.ofEpochSecond(second, nano, ZoneOffset.UTC);
        int digits = fractionDigits(nano);
        char[] text = new char[SHAPE.length() + (digits == 0 ? 1 : digits + 2)];
        SHAPE.getChars(0, SHAPE.length(), text, 0);
        put(text, 0, 4, time.getYear());
        put(text, 5, 7, time.getMonthValue());
        put(text, 8, 10, time.getDayOfMonth());
        put(text, 11, 13, time.getHour());
        put(text, 14, 16, time.getMinute());
        put(text, 17, 19, time.getSecond());
        if (digits > 0) {
            text[SHAPE.length()] = '.';
            put(text, text.length - 1 - digits, text.length - 1, nano / THOUSANDS[digits / 3]);
        }
        text[text.length - 1] = 'Z';
        return new String(text);
    }

    /** None, or as few groups of three as say it all. */
    private static int fractionDigits(int nano) {
        if (nano == 0) {
            return 0;
        }
        int digits = NANO_DIGITS;
        while (nano % THOUSANDS[digits / 3 - 1] == 0) {
            digits -= 3;
        }
        return digits;
    }

    private static void put(char[] text, int from, int to, int number) {
        int rest = number;
        for (int at = to - 1; at >= from; at--) {
            text[at] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static boolean isPlain(String text) {
        int last = text.length() - 1;
        int dot = SHAPE.length();
        if (last < dot || last > dot + 1 + NANO_DIGITS || text.charAt(last) != 'Z') {
            return false;
        }
        for (int at = 0; at < dot; at++) {
            char wanted = SHAPE.charAt(at);
            if (wanted == 'd' ? !isDigit(text.charAt(at)) : text.charAt(at) != wanted) {
                return false;
            }
        }
        boolean fraction = last > dot;
        for (int at = dot + 1; at < last; at++) {
            if (!isDigit(text.charAt(at))) {
                return false;
            }
        }
        return !fraction || last > dot + 1 && text.charAt(dot) == '.';
    }

    private static Instant plain(String text) {
        int dot = SHAPE.length();
        int last = text.length() - 1;
        int nanos = last > dot ? number(text, dot + 1, last) : 0;
        for (int digits = last - dot - 1; last > dot && digits < NANO_DIGITS; digits++) {
            nanos *= 10;
        }
        return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .atTime(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19), nanos)
                .toInstant(ZoneOffset.UTC);
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            number = number * 10 + text.charAt(at) - '0';
        }
        return number;
    }
}
