package org.upstander.ingest.poll.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * How long a feed wants to be left alone (RSS 2.0: {@code ttl}, {@code skipHours}, {@code
 * skipDays}).
 *
 * @param least between two askings
 * @param hours of the day, UTC, in which it is not to be asked
 * @param days on which it is not to be asked
 */
record FeedPause(Duration least, Set<Integer> hours, Set<DayOfWeek> days) {

    static final FeedPause NONE = new FeedPause(Duration.ZERO, Set.of(), Set.of());

    private static final int HOURS_OF_A_WEEK = 7 * 24;

    FeedPause {
        hours = Set.copyOf(hours);
        days = Set.copyOf(days);
    }

    /**
     * How long from then on. One that never wants to be asked is taken as one that does not mind.
     */
    Duration from(Instant now) {
        ZonedDateTime at = now.plus(least).atZone(ZoneOffset.UTC);
        ZonedDateTime next = at;
        for (int hour = 0; hour < HOURS_OF_A_WEEK; hour++) {
            if (!hours.contains(next.getHour()) && !days.contains(next.getDayOfWeek())) {
                return Duration.between(now, next);
            }
            next = next.truncatedTo(ChronoUnit.HOURS).plusHours(1);
        }
        return least;
    }
}
