package org.upstander.alert.domain.schedule;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;

/**
 * A shift as a calendar shows it.
 *
 * @param uid the same for the same shift, however often it is asked for
 * @param shift who and when; a long one is cut at Mondays beyond what is shown
 */
public record PublishedShift(String uid, Shift shift) {

    private static final Duration BACK = Duration.ofDays(14);
    private static final Duration AHEAD = Duration.ofDays(84);

    /** Shifts shorter than this have their true beginning, and so a uid that stays. */
    private static final Duration LONGEST = Duration.ofDays(56);

    /**
     * The shifts that touch the time from two weeks back to twelve weeks ahead, by their beginning.
     * What is shown moves on with the weeks, not with the seconds.
     */
    public static List<PublishedShift> of(Schedule schedule, Instant now) {
        Instant shown = now.minus(BACK);
        Instant from = monday(shown.minus(LONGEST));
        Instant to = monday(now.plus(AHEAD).plus(Duration.ofDays(7)));
        return schedule.shifts(from, to).stream()
                .filter(shift -> shift.to().isAfter(shown))
                .map(shift -> new PublishedShift(uid(schedule.id(), shift, from), shift))
                .toList();
    }

    /** The last Monday, 00:00 UTC, that is not after an instant. */
    public static Instant monday(Instant at) {
        return at.atOffset(ZoneOffset.UTC)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant();
    }

    // Where the beginning is cut, the contact alone names the shift: nobody has two at once.
    private static String uid(String scheduleId, Shift shift, Instant cut) {
        String begin = shift.from().equals(cut) ? "since long" : shift.from().toString();
        String all = scheduleId + "\n" + shift.contactId() + "\n" + begin;
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)) + "@upstander";
    }
}
