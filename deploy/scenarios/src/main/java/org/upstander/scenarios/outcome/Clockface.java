package org.upstander.scenarios.outcome;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.upstander.scenarios.story.Story;

/** Times as a story tells them. */
final class Clockface {

    private Clockface() {}

    /** {@code 2d 22:15}. */
    static String moment(Story story, Instant at) {
        ZonedDateTime local = at.atZone(story.zone());
        long day = ChronoUnit.DAYS.between(story.start(), local.toLocalDate());
        return String.format(Locale.ROOT, "%dd %02d:%02d", day, local.getHour(), local.getMinute());
    }

    /** {@code 40 min}, {@code 5.2 h}, {@code 3.1 d}. */
    static String span(Duration span) {
        double minutes = span.toMillis() / 60_000.0;
        if (Math.abs(minutes) < 120) {
            return String.format(Locale.ROOT, "%.0f min", minutes);
        }
        return Math.abs(minutes) < 2 * 24 * 60
                ? String.format(Locale.ROOT, "%.1f h", minutes / 60)
                : String.format(Locale.ROOT, "%.1f d", minutes / 60 / 24);
    }
}
