package org.upstander.alert.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Request;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.upstander.alert.application.stats.GroupBy;
import org.upstander.alert.application.stats.StatsFilter;
import org.upstander.alert.domain.Zones;
import org.upstander.alert.domain.noise.TimeBuckets;
import org.upstander.alert.domain.noise.TimeBuckets.Size;

/** What a statistic is asked for, read and checked. */
final class StatsRequest {

    /** Hours are many. */
    static final Duration MOST_HOURS = Duration.ofDays(92);

    /** Days of UTC are rolled up, others cost the hours by which they differ, too. */
    static final Duration MOST_DAYS = Duration.ofDays(1_100);

    static final Duration MOST_ZONED_DAYS = Duration.ofDays(400);

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Duration USUAL = Duration.ofDays(7);
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private final StatsParameters given;
    private final Instant from;
    private final Instant to;
    private final ZoneId zone;

    StatsRequest(StatsParameters given, Instant now) {
        this.given = given;
        this.zone = zone(given.zone);
        this.to = time("to", given.to, nextMinute(now));
        this.from = time("from", given.from, to.minus(USUAL));
        if (!from.isBefore(to)) {
            throw Problems.parameter("from", "must be before to");
        }
    }

    Instant from() {
        return from;
    }

    Instant to() {
        return to;
    }

    ZoneId zone() {
        return zone;
    }

    StatsFilter filter() {
        return new StatsFilter(
                Parameters.checked("staff", given.staff),
                Parameters.checked("source", given.source));
    }

    /** Whether CSV is wanted: as {@code format} says, else as {@code Accept} does. */
    boolean csv(Request request) {
        return given.format == null || given.format.isEmpty()
                ? Answers.prefersCsv(request)
                : "csv".equals(word("format", given.format, List.of("json", "csv")));
    }

    /** Stretches of the size that is asked for, the first of the allowed ones where it is not. */
    TimeBuckets buckets(String size, List<Size> allowed) {
        Size wanted =
                size == null || size.isEmpty()
                        ? allowed.get(0)
                        : size(word("bucket", size, allowed.stream().map(Size::wireName).toList()));
        switch (wanted) {
            case HOUR -> noLongerThan(MOST_HOURS, "with bucket=hour");
            case DAY -> {
                if (zone.normalized().equals(ZoneOffset.UTC)) {
                    noLongerThan(MOST_DAYS, "with bucket=day");
                } else {
                    noLongerThan(MOST_ZONED_DAYS, "with a zone other than UTC");
                }
            }
            case ALL -> {}
        }
        return TimeBuckets.of(from, to, zone, wanted);
    }

    void noLongerThan(Duration most, String when) {
        if (Duration.between(from, to).compareTo(most) > 0) {
            throw Problems.parameter(
                    "from",
                    "must be at most %d days before to %s".formatted(most.toDays(), when).strip());
        }
    }

    /** One of these, the first where it is left out. */
    static GroupBy groupBy(String given, List<GroupBy> allowed) {
        if (given == null || given.isEmpty()) {
            return allowed.get(0);
        }
        String word = word("groupBy", given, allowed.stream().map(GroupBy::wireName).toList());
        return allowed.stream()
                .filter(one -> one.wireName().equals(word))
                .findFirst()
                .orElseThrow();
    }

    /** One of a closed set. */
    static String word(String name, String given, List<String> words) {
        if (!words.contains(given)) {
            throw Problems.parameter(name, "must be one of " + String.join(", ", words));
        }
        return given;
    }

    /** A whole number. */
    static int number(String name, String given, int least, int most, int otherwise) {
        if (given == null || given.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(given);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw Problems.parameter(
                name, "must be a whole number from %d to %d".formatted(least, most));
    }

    static HttpProblem tooMuch() {
        return Problems.parameter(
                "from",
                "gives more than 50,000 values: ask for a shorter time, for days instead of hours, or for one staff or source");
    }

    private static Size size(String word) {
        return Arrays.stream(Size.values())
                .filter(size -> size.wireName().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static ZoneId zone(String given) {
        if (given == null || given.isEmpty()) {
            return UTC;
        }
        try {
            return Zones.of(given);
        } catch (DateTimeException e) {
            throw Problems.parameter("zone", "must be an IANA time zone such as Europe/Berlin");
        }
    }

    private static Instant nextMinute(Instant now) {
        return now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    }

    private static Instant time(String name, String given, Instant otherwise) {
        if (given == null || given.isEmpty()) {
            return otherwise;
        }
        try {
            Instant at = OffsetDateTime.parse(given).toInstant();
            if (!at.isBefore(EARLIEST) && !at.isAfter(LATEST)) {
                return at;
            }
        } catch (DateTimeParseException e) {
            // Said below.
        }
        throw Problems.parameter(
                name,
                "must be a time from 2000 to 2100, such as 2026-11-23T12:00:00Z or 2026-11-23T13:00:00%2B01:00");
    }
}
