package org.upstander.alert.domain.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.upstander.alert.domain.noise.TimeBuckets.Size;

/** Days made of rolled-up days and a few hours are what they are when made of all hours. */
class UtcDaysPropertiesTest {

    private static final String[] ZONES = {
        "UTC",
        "Europe/Berlin",
        "Europe/London",
        "America/New_York",
        "America/Los_Angeles",
        "America/Havana",
        "America/St_Johns",
        "America/Sao_Paulo",
        "Asia/Kolkata",
        "Asia/Kathmandu",
        "Asia/Tokyo",
        "Asia/Pyongyang",
        "Australia/Lord_Howe",
        "Africa/Cairo",
        "Antarctica/Troll",
        "Pacific/Auckland",
        "Pacific/Chatham",
        "Pacific/Kiritimati",
        "Pacific/Niue",
        // It left out 2011-12-30.
        "Pacific/Apia",
        "Etc/GMT+12",
        "-11:30",
        "+13:45"
    };

    /** Some days from 2000 on, many of them about changes of clocks. */
    @Provide
    Arbitrary<TimeBuckets> buckets() {
        Arbitrary<LocalDate> first =
                Arbitraries.oneOf(
                        Arbitraries.of("2011-12-28", "2026-03-07", "2026-03-27", "2026-10-23")
                                .map(LocalDate::parse),
                        Arbitraries.integers()
                                .between(0, 11_000)
                                .map(day -> LocalDate.parse("2000-01-01").plusDays(day)));
        return Combinators.combine(
                        first,
                        Arbitraries.integers().between(0, 24 * 60 - 1),
                        Arbitraries.integers().between(1, 24 * 60 * 12),
                        Arbitraries.of(ZONES).map(ZoneId::of))
                .as(
                        (day, minute, minutes, zone) -> {
                            Instant from =
                                    day.atStartOfDay(zone)
                                            .toInstant()
                                            .plus(Duration.ofMinutes(minute));
                            return TimeBuckets.of(
                                    from, from.plus(Duration.ofMinutes(minutes)), zone, Size.DAY);
                        });
    }

    @Property(tries = 2_000)
    void daysAreTheSumsOfTheirHours(@ForAll("buckets") TimeBuckets buckets) {
        Map<Instant, Long> hours = everyHourAround(buckets);

        assertThat(byDays(buckets, hours)).isEqualTo(byHours(buckets, hours));
    }

    @Property(tries = 2_000)
    void fewHoursAreReadAndTheDaysAreOfUtc(@ForAll("buckets") TimeBuckets buckets) {
        UtcDays days = UtcDays.of(buckets);

        assertThat(days.edges())
                .hasSameSizeAs(buckets.edges())
                .isSorted()
                .allMatch(edge -> edge.equals(edge.truncatedTo(ChronoUnit.DAYS)));
        assertThat(days.movedHours())
                .hasSizeLessThanOrEqualTo(12 * buckets.edges().size())
                .doesNotHaveDuplicates()
                .isSorted();
    }

    /** Each with a number that no other sum of them can make up for. */
    private static Map<Instant, Long> everyHourAround(TimeBuckets buckets) {
        Map<Instant, Long> hours = new HashMap<>();
        Instant hour = buckets.from().truncatedTo(ChronoUnit.DAYS).minus(2, ChronoUnit.DAYS);
        long mixed = 1;
        while (hour.isBefore(buckets.to().plus(2, ChronoUnit.DAYS))) {
            mixed = mixed * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
            hours.put(hour, mixed >>> 20);
            hour = hour.plus(1, ChronoUnit.HOURS);
        }
        return hours;
    }

    private static List<Long> byHours(TimeBuckets buckets, Map<Instant, Long> hours) {
        long[] sums = new long[buckets.count()];
        hours.forEach(
                (hour, count) -> {
                    for (int bucket = 0; bucket < sums.length; bucket++) {
                        if (!hour.isBefore(buckets.begin(bucket))
                                && hour.isBefore(buckets.begin(bucket + 1))) {
                            sums[bucket] += count;
                        }
                    }
                });
        return list(sums);
    }

    private static List<Long> byDays(TimeBuckets buckets, Map<Instant, Long> hours) {
        UtcDays days = UtcDays.of(buckets);
        Map<Instant, Long> rolledUp = new HashMap<>();
        hours.forEach(
                (hour, count) ->
                        rolledUp.merge(hour.truncatedTo(ChronoUnit.DAYS), count, Long::sum));
        long[] sums = new long[buckets.count()];
        for (int bucket = 0; bucket < sums.length; bucket++) {
            Instant day = days.edges().get(bucket);
            while (day.isBefore(days.edges().get(bucket + 1))) {
                sums[bucket] += rolledUp.get(day);
                day = day.plus(1, ChronoUnit.DAYS);
            }
        }
        for (UtcDays.Move move : days.moves()) {
            long moved = move.hours().mapToLong(hours::get).sum();
            add(sums, move.counted(), -moved);
            add(sums, move.belongs(), moved);
        }
        return list(sums);
    }

    private static void add(long[] sums, int bucket, long count) {
        if (bucket >= 0 && bucket < sums.length) {
            sums[bucket] += count;
        }
    }

    private static List<Long> list(long[] sums) {
        List<Long> list = new ArrayList<>();
        for (long sum : sums) {
            list.add(sum);
        }
        return list;
    }
}
