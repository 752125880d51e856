package org.upstander.alert.domain.pattern;

import java.time.Duration;

/** Spans of time in words. */
final class Spans {

    private Spans() {}

    /** {@code 40 minutes}, {@code 5 hours}, {@code 3 days}: rounded down, in the unit that fits. */
    static String words(Duration span) {
        if (span.toDays() >= 2) {
            return span.toDays() + " days";
        }
        if (span.toHours() >= 2) {
            return span.toHours() + " hours";
        }
        return span.toMinutes() < 1
                ? "less than a minute"
                : counted(span.toMinutes(), "minute", "minutes");
    }

    static String counted(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
