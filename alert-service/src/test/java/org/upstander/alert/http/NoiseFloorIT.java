package org.upstander.alert.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/**
 * Whether what is friendly keeps the attacks below the noise floor, and what there is to pass on.
 */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class NoiseFloorIT extends StatsTestBase {

    private static final String PATH = "/v1/stats/noise-floor";
    private static final String LAST = "2026-11-23T12:00:00Z";

    private String staff;

    /** Of seven mentions a day in 28 days, 196 in all, three are attacks; then 14 of 120. */
    @BeforeEach
    void aMonthThenABadDay() {
        staff = fresh("cm");
        for (int daysBefore = 1; daysBefore <= 28; daysBefore++) {
            int attacks = daysBefore % 10 == 0 || daysBefore == 28 ? 1 : 0;
            counted(staff, "forum", on(daysBefore), 2, 5 - attacks, 0, attacks, 1);
        }
        counted(staff, "forum", LAST, 31, 60, 15, 14, 2);
    }

    /** (3 + 1/2) / (196 + 1) = 0.0177665; 0.0177665 + 3 · sqrt(0.0177665 · 0.9822335 / 120). */
    @Test
    void moreAttacksThanUsualAreAboveTheLimitsAndTheTrendRises() {
        get(PATH, Map.of("staff", staff, "from", on(0), "to", LAST.replace("12:", "13:")))
                .statusCode(200)
                .header("Cache-Control", equalTo("private, max-age=30"))
                .body("items", hasSize(1))
                .body("items[0].time", equalTo("2026-11-23T00:00:00Z"))
                .body("items[0].supportive", equalTo(31))
                .body("items[0].spam", equalTo(2))
                .body("items[0].attackRatio", equalTo(0.116667f))
                .body("items[0].signalToNoiseDb", equalTo(3.37f))
                .body("items[0].centre", equalTo(0.017766f))
                .body("items[0].lowerLimit", equalTo(0f))
                .body("items[0].upperLimit", equalTo(0.053944f))
                .body("items[0].trend", equalTo(0.037547f))
                .body("items[0].direction", equalTo("rising"))
                .body("items[0].state", equalTo("above"))
                .body("items[0].reason", startsWith("14 of 120 mentions are attacks, 11.7 %"));
    }

    @Test
    void eachDayIsJudgedByTheTwentyEightBeforeIt() {
        get(PATH, Map.of("staff", staff, "from", on(1), "to", LAST, "groupBy", "staff"))
                .statusCode(200)
                .body("items.state", contains("too-few", "above"))
                .body("items.staffId", contains(staff, staff))
                .body("items[0]", not(hasKey("source")));
        get(PATH, Map.of("staff", staff, "from", on(28), "to", on(27)))
                .body("items[0].state", equalTo("no-baseline"))
                .body("items[0].direction", equalTo("unknown"))
                .body("items[0]", not(hasKey("upperLimit")));
    }

    @Test
    void whoWasNeverMentionedHasAQuietFloor() {
        get(PATH, Map.of("staff", fresh("cm"), "from", on(1), "to", LAST))
                .statusCode(200)
                .body("items.attack", contains(0, 0))
                .body("items[0]", not(hasKey("attackRatio")))
                .body("items[0]", not(hasKey("signalToNoiseDb")))
                .body("thanks.supportive", equalTo(0))
                .body("thanks.latest", empty());
    }

    @Test
    void praiseStandsBesideTheAttacksAsLinksWithoutText() {
        // Given: six of the week, one of them edited, one long ago
        for (int hour = 10; hour < 16; hour++) {
            assessed(
                    staff + hour,
                    staff,
                    "ann",
                    "t1",
                    "2026-11-22T" + hour + ":00:00Z",
                    "supportive",
                    0,
                    0.1);
        }
        assessed(staff + "edit", staff, "ann", "t1", "2026-11-22T15:00:00Z", "supportive", 0, 0.1);
        sql(
                "update assessment set url = ? where id = ?",
                "https://forum.example.org/t/" + staff + "15",
                staff + "edit");
        assessed(staff + "old", staff, "ann", "t1", "2026-11-10T15:00:00Z", "supportive", 0, 0.1);
        assessed(staff + "bad", staff, "kim", "t1", "2026-11-22T15:30:00Z", "attack", 2, 0.9);
        Map<String, String> asked = Map.of("staff", staff, "from", on(20), "to", LAST);

        // Then
        String answer =
                get(PATH, asked)
                        .statusCode(200)
                        .body("thanks.supportive", equalTo(2 * 20 + 31))
                        .body("thanks.latest", hasSize(5))
                        .body(
                                "thanks.latest.url",
                                contains(link(15), link(14), link(13), link(12), link(11)))
                        .body("thanks.latest[0].time", equalTo("2026-11-22T15:00:00Z"))
                        .body("thanks.latest[0].source", equalTo("forum"))
                        .body("thanks.latest[0].staffId", equalTo(staff))
                        .extract()
                        .asString();
        assertThat(answer).doesNotContain("ann", "kim");

        // When: she asks herself
        String hers =
                json("{\"name\":\"x\",\"scopes\":[\"incidents:read\"],\"staffId\":\"%s\"}"
                                .formatted(staff))
                        .post("/v1/tokens")
                        .path("token");

        // Then
        with(hers)
                .queryParams(asked)
                .get(PATH)
                .then()
                .body("thanks.supportive", equalTo(71))
                .body("thanks.latest", empty());
    }

    @Test
    void csvHasOneLineForEachDay() {
        String csv =
                admin().queryParams(
                                Map.of(
                                        "staff", staff, "from", on(0), "to", on(-1), "format",
                                        "csv"))
                        .get(PATH)
                        .then()
                        .statusCode(200)
                        .contentType(startsWith("text/csv"))
                        .extract()
                        .asString();
        assertThat(csv.split("\r\n"))
                .hasSize(3)
                .startsWith(
                        "time,staffId,source,supportive,neutral,criticism,attack,spam,attackRatio,trend,direction,centre,lowerLimit,upperLimit,state,reason,signalToNoiseDb");
        assertThat(csv)
                .contains(
                        "2026-11-23T00:00:00Z,,,31,60,15,14,2,0.116667,0.037547,rising,0.017766,0.0,0.053944,above,\"14 of 120");
    }

    @Test
    void verdictsAreNoGroupsHere() {
        get(PATH, Map.of("groupBy", "verdict"))
                .statusCode(400)
                .body("parameter", equalTo("groupBy"));
    }

    private String link(int hour) {
        return "https://forum.example.org/t/" + staff + hour;
    }

    private static String on(int daysBefore) {
        return LocalDate.parse("2026-11-23").minusDays(daysBefore) + "T12:00:00Z";
    }
}
