package org.upstander.scenarios.story;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/**
 * A part of each day, {@code 08:00-22:00}; beyond midnight where it ends before it begins, and the
 * whole day where it ends as it begins.
 *
 * @param from when it begins
 * @param to when it ends
 */
public record Hours(LocalTime from, LocalTime to) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Hours of(String text) {
        try {
            List<String> ends = List.of(text.strip().split("\\s*-\\s*"));
            if (ends.size() == 2) {
                return new Hours(LocalTime.parse(ends.get(0)), LocalTime.parse(ends.get(1)));
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        throw new IllegalArgumentException(
                "'" + text + "' are no hours of a day: write 08:00-22:00.");
    }

    Duration length() {
        Duration length = Duration.between(from, to);
        return length.isZero() || length.isNegative() ? length.plusDays(1) : length;
    }
}
