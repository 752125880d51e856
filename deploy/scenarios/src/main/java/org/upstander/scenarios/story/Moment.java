package org.upstander.scenarios.story;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time within a story, counted from its first day: {@code 2d 22:15} is a quarter past ten in the
 * evening of the third day, {@code 2d} its midnight, {@code 22:15} on the first.
 *
 * @param day from 0
 * @param time by the clock of the story
 */
public record Moment(int day, LocalTime time) {

    private static final Pattern WRITTEN =
            Pattern.compile("(?:(\\d{1,3})d)?\\s*(?:(\\d{1,2}:\\d{2}(?::\\d{2})?))?");

    /** Reads it. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Moment of(String text) {
        Matcher found = WRITTEN.matcher(text.strip());
        if (text.isBlank() || !found.matches()) {
            throw unreadable(text);
        }
        int day = found.group(1) == null ? 0 : Integer.parseInt(found.group(1));
        return new Moment(
                day, found.group(2) == null ? LocalTime.MIDNIGHT : clock(found.group(2), text));
    }

    private static LocalTime clock(String shown, String text) {
        try {
            return LocalTime.parse(shown.length() % 3 == 1 ? "0" + shown : shown);
        } catch (DateTimeException e) {
            throw unreadable(text);
        }
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException(
                "'" + text + "' is no time of a story: write 2d 22:15, 2d or 22:15.");
    }

    Instant on(LocalDate firstDay, ZoneId zone) {
        return firstDay.plusDays(day).atTime(time).atZone(zone).toInstant();
    }
}
