package org.upstander.alert.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.infrastructure.InfrastructureResource;

/** Days of a zone are what all their hours make, whatever they are read from. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class ZonedDaysIT extends StatsTestBase {

    private static final String PATH = "/v1/stats/timeseries";
    private static final int HOURS = 24 * 12;
    private static final List<String> VERDICTS =
            List.of("supportive", "neutral", "criticism", "attack", "spam");

    private record Hour(String staff, String source, Instant begin, int[] counts) {}

    private static final List<Hour> ALL = new ArrayList<>();
    private static final List<String> STAFF = new ArrayList<>();
    private static final List<String> SOURCES = new ArrayList<>();

    /** Twelve days about changes of clocks in the north, of others in the south, and a winter. */
    @BeforeAll
    static void mentions() {
        Random random = new Random(7);
        for (int one = 0; one < 2; one++) {
            STAFF.add(fresh("zoned"));
            SOURCES.add(fresh("place"));
        }
        for (String from : new String[] {"2026-03-24", "2026-10-20", "2026-04-01", "2026-01-03"}) {
            Instant begin = Instant.parse(from + "T00:00:00Z");
            for (int hour = 0; hour < HOURS; hour++) {
                if (random.nextInt(3) == 0) {
                    add(begin.plus(hour, ChronoUnit.HOURS), random);
                }
            }
        }
    }

    private static void add(Instant begin, Random random) {
        int[] counts = new int[VERDICTS.size()];
        counts[random.nextInt(counts.length)] = 1 + random.nextInt(9);
        Hour one =
                new Hour(
                        STAFF.get(random.nextInt(2)),
                        SOURCES.get(random.nextInt(2)),
                        begin,
                        counts);
        ALL.add(one);
        counted(
                one.staff(),
                one.source(),
                begin.toString(),
                counts[0],
                counts[1],
                counts[2],
                counts[3],
                counts[4]);
    }

    @AfterAll
    static void leaveNothing() {
        for (String staff : STAFF) {
            sql("delete from mention_hour where staff_id = ?", staff);
            sql("delete from mention_day where staff_id = ?", staff);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UTC, 2026-03-26T05:00:00Z, 2026-04-02T05:00:00Z",
        "Europe/Berlin, 2026-03-26T05:00:00Z, 2026-04-02T05:00:00Z",
        "Europe/Berlin, 2026-10-22T05:00:00Z, 2026-10-29T05:00:00Z",
        "Europe/London, 2026-03-26T05:00:00Z, 2026-04-02T05:00:00Z",
        "America/New_York, 2026-10-26T05:00:00Z, 2026-11-03T05:00:00Z",
        "America/Los_Angeles, 2026-01-05T05:00:00Z, 2026-01-12T05:00:00Z",
        "Asia/Kolkata, 2026-01-05T05:00:00Z, 2026-01-12T05:00:00Z",
        "Asia/Kathmandu, 2026-01-05T05:00:00Z, 2026-01-12T05:00:00Z",
        "Pacific/Auckland, 2026-04-02T05:00:00Z, 2026-04-09T05:00:00Z",
        "Australia/Lord_Howe, 2026-04-02T05:00:00Z, 2026-04-09T05:00:00Z",
        "Pacific/Kiritimati, 2026-01-05T05:00:00Z, 2026-01-12T05:00:00Z",
        "Africa/Cairo, 2026-01-05T21:59:00Z, 2026-01-05T22:01:00Z"
    })
    void daysAreTheSumsOfTheirHoursWhateverIsAskedFor(String zone, Instant from, Instant to) {
        Map<String, String> time =
                Map.of("zone", zone, "from", from.toString(), "to", to.toString());
        for (String staff : STAFF) {
            assertThat(answer(time, Map.of("staff", staff, "groupBy", "verdict")))
                    .as(staff)
                    .isEqualTo(expected(time, staff, null, "verdict"));
            assertThat(answer(time, Map.of("staff", staff, "groupBy", "source")))
                    .isEqualTo(expected(time, staff, null, "source"));
            assertThat(
                            answer(
                                    time,
                                    Map.of(
                                            "staff",
                                            staff,
                                            "source",
                                            SOURCES.get(0),
                                            "groupBy",
                                            "verdict")))
                    .isEqualTo(expected(time, staff, SOURCES.get(0), "verdict"));
        }
        assertThat(answer(time, Map.of("source", SOURCES.get(1), "groupBy", "staff")))
                .isEqualTo(expected(time, null, SOURCES.get(1), "staffId"));
    }

    @ParameterizedTest
    @CsvSource({"Europe/Berlin", "Asia/Kolkata", "Pacific/Auckland"})
    void soItIsOfTheNoiseFloor(String zone) {
        Map<String, String> time =
                Map.of("zone", zone, "from", "2026-10-22T05:00:00Z", "to", "2026-10-29T05:00:00Z");
        Map<String, Long> sums = new HashMap<>();
        List<Map<String, Object>> points =
                get("/v1/stats/noise-floor", with(time, Map.of("staff", STAFF.get(0))))
                        .statusCode(200)
                        .extract()
                        .path("items");
        for (Map<String, Object> point : points) {
            for (String verdict : VERDICTS) {
                put(
                        sums,
                        point.get("time") + " " + verdict,
                        ((Number) point.get(verdict)).longValue());
            }
        }

        assertThat(sums).isEqualTo(expected(time, STAFF.get(0), null, "verdict"));
    }

    /** A source whose only mention is in the same day of UTC, but of another day there, is none. */
    @Test
    void whatIsOfTheDayBeforeMakesNoGroup() {
        String staff = fresh("zoned");
        STAFF.add(staff);
        counted(staff, "before", "2026-06-09T21:00:00Z", 0, 1, 0, 0, 0);
        counted(staff, "after", "2026-06-10T22:00:00Z", 0, 1, 0, 0, 0);
        counted(staff, "then", "2026-06-09T22:00:00Z", 0, 1, 0, 0, 0);

        List<String> sources =
                get(
                                PATH,
                                Map.of(
                                        "staff",
                                        staff,
                                        "groupBy",
                                        "source",
                                        "zone",
                                        "Europe/Berlin",
                                        "from",
                                        "2026-06-10T12:00:00Z",
                                        "to",
                                        "2026-06-10T13:00:00Z"))
                        .statusCode(200)
                        .extract()
                        .path("items.source");
        assertThat(sources).containsExactly("then");
    }

    /** Without what is zero. */
    private static Map<String, Long> answer(Map<String, String> time, Map<String, String> asked) {
        Map<String, Long> found = new HashMap<>();
        for (String metric :
                asked.get("groupBy").equals("verdict")
                        ? List.of("mentions")
                        : List.of("mentions", "spam")) {
            List<Map<String, Object>> items =
                    get(PATH, with(with(time, asked), Map.of("metric", metric)))
                            .statusCode(200)
                            .extract()
                            .path("items");
            for (Map<String, Object> item : items) {
                String group =
                        asked.get("groupBy").equals("staff")
                                ? (String) item.get("staffId")
                                : (String) item.get(asked.get("groupBy"));
                put(
                        found,
                        item.get("time") + " " + group,
                        ((Number) item.get("value")).longValue());
            }
        }
        return found;
    }

    /** Each hour by itself, by the day in which it begins. */
    private static Map<String, Long> expected(
            Map<String, String> time, String staff, String source, String groupBy) {
        ZoneId zone = ZoneId.of(time.get("zone"));
        Instant from = beginOfDay(Instant.parse(time.get("from")), zone, 0);
        Instant to = beginOfDay(Instant.parse(time.get("to")).minusNanos(1), zone, 1);
        Map<String, Long> sums = new HashMap<>();
        for (Hour one : ALL) {
            if ((staff == null || one.staff().equals(staff))
                    && (source == null || one.source().equals(source))
                    && !one.begin().isBefore(from)
                    && one.begin().isBefore(to)) {
                for (int verdict = 0; verdict < VERDICTS.size(); verdict++) {
                    String group =
                            switch (groupBy) {
                                case "verdict" -> VERDICTS.get(verdict);
                                case "source" -> one.source();
                                default -> one.staff();
                            };
                    put(
                            sums,
                            beginOfDay(one.begin(), zone, 0) + " " + group,
                            one.counts()[verdict]);
                }
            }
        }
        return sums;
    }

    private static Instant beginOfDay(Instant at, ZoneId zone, int daysLater) {
        return at.atZone(zone).toLocalDate().plusDays(daysLater).atStartOfDay(zone).toInstant();
    }

    private static void put(Map<String, Long> sums, String key, long count) {
        if (count > 0) {
            sums.merge(key, count, Long::sum);
        }
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }
}
