package org.upstander.alert.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** A number over time, for dashboards. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class TimeseriesIT extends StatsTestBase {

    private static final String PATH = "/v1/stats/timeseries";

    private String staff;

    @BeforeEach
    void somebody() {
        staff = fresh("cm");
    }

    @Test
    void everyDayIsThereAndNoMentionHasNoRatio() {
        // Given
        counted(staff, "forum", "2026-11-21T10:00:00Z", 5, 10, 4, 1, 7);
        counted(staff, "chat", "2026-11-21T23:00:00Z", 0, 0, 0, 1, 0);
        counted(staff, "forum", "2026-11-23T00:00:00Z", 1, 0, 0, 0, 0);

        // Then
        series("metric", "attackRatio")
                .body("zone", equalTo("UTC"))
                .body("bucket", equalTo("day"))
                .body("from", equalTo("2026-11-21T00:00:00Z"))
                .body("to", equalTo("2026-11-24T00:00:00Z"))
                .body(
                        "items.time",
                        contains(
                                "2026-11-21T00:00:00Z",
                                "2026-11-22T00:00:00Z",
                                "2026-11-23T00:00:00Z"))
                .body("items[0].value", equalTo(0.095238f))
                .body("items[1]", not(hasKey("value")))
                .body("items[2].value", equalTo(0f))
                .body("items.metric", everyItem(equalTo("attackRatio")))
                .body("items.unit", everyItem(equalTo("ratio")));
        series("metric", "mentions").body("items.value", contains(21f, 0f, 1f));
        series("metric", "spam").body("items.value", contains(7f, 0f, 0f));
        series("metric", "signalToNoiseDb").body("items[0].value", equalTo(3.42f));
    }

    @Test
    void groupsAreSourcesVerdictsOrPeople() {
        // Given
        counted(staff, "forum", "2026-11-21T10:00:00Z", 5, 10, 4, 1, 7);
        counted(staff, "chat", "2026-11-22T10:00:00Z", 0, 2, 0, 0, 0);

        // Then
        series("groupBy", "source")
                .body("items", hasSize(6))
                .body("items.findAll { it.source == 'chat' }.value", contains(0f, 2f, 0f))
                .body("items.findAll { it.source == 'forum' }.value", contains(20f, 0f, 0f));
        series("groupBy", "verdict")
                .body("items", hasSize(15))
                .body(
                        "items[0..4].verdict",
                        contains("supportive", "neutral", "criticism", "attack", "spam"))
                .body("items[0..4].value", contains(5f, 10f, 4f, 1f, 7f));
        series("groupBy", "staff").body("items.staffId", everyItem(equalTo(staff)));
        get(
                        PATH,
                        Map.of(
                                "staff",
                                staff,
                                "source",
                                "chat",
                                "from",
                                "2026-11-21T00:00:00Z",
                                "to",
                                "2026-11-24T00:00:00Z"))
                .body("items.value", contains(0f, 2f, 0f));
    }

    /** The clocks of Berlin go back on 2026-10-25, from 22:00 UTC to 23:00 UTC. */
    @Test
    void daysAreThoseOfTheZoneAlsoWhenItsClocksChange() {
        // Given
        counted(staff, "forum", "2026-10-24T21:00:00Z", 0, 1, 0, 0, 0);
        counted(staff, "forum", "2026-10-24T22:00:00Z", 0, 10, 0, 0, 0);
        counted(staff, "forum", "2026-10-25T22:00:00Z", 0, 100, 0, 0, 0);
        counted(staff, "forum", "2026-10-25T23:00:00Z", 0, 1000, 0, 0, 0);

        // Then
        get(
                        PATH,
                        Map.of(
                                "staff",
                                staff,
                                "zone",
                                "Europe/Berlin",
                                "from",
                                "2026-10-24T12:00:00+02:00",
                                "to",
                                "2026-10-26T12:00:00+01:00"))
                .statusCode(200)
                .body("zone", equalTo("Europe/Berlin"))
                .body(
                        "items.time",
                        contains(
                                "2026-10-23T22:00:00Z",
                                "2026-10-24T22:00:00Z",
                                "2026-10-25T23:00:00Z"))
                .body("items.value", contains(1f, 110f, 1000f));
        get(
                        PATH,
                        Map.of(
                                "staff",
                                staff,
                                "from",
                                "2026-10-24T21:00:00Z",
                                "to",
                                "2026-10-26T00:00:00Z",
                                "bucket",
                                "hour"))
                .body("items", hasSize(27))
                .body("items.findAll { it.value > 0 }.value", contains(1f, 10f, 100f, 1000f));
    }

    @Test
    void csvHasTheSameColumnsAndNoFormula() {
        // Given
        String evil = "=cmd|' /C calc'!A0" + fresh("");
        counted(evil, "forum", "2026-11-21T10:00:00Z", 0, 1, 0, 0, 0);
        Map<String, String> asked =
                Map.of(
                        "staff",
                        evil,
                        "groupBy",
                        "staff",
                        "from",
                        "2026-11-21T00:00:00Z",
                        "to",
                        "2026-11-22T00:00:00Z");

        // Then
        String byAccept =
                admin().queryParams(asked)
                        .accept("text/csv")
                        .get(PATH)
                        .then()
                        .statusCode(200)
                        .contentType(startsWith("text/csv"))
                        .extract()
                        .asString();
        assertThat(byAccept)
                .isEqualTo(
                        "time,staffId,source,verdict,metric,unit,value\r\n2026-11-21T00:00:00Z,'"
                                + evil
                                + ",,,mentions,count,1.0\r\n");
        assertThat(admin().queryParams(asked).queryParam("format", "csv").get(PATH).asString())
                .isEqualTo(byAccept);
        admin().queryParams(asked)
                .queryParam("format", "json")
                .accept("text/csv")
                .get(PATH)
                .then()
                .body("items[0].staffId", equalTo(evil));
    }

    @Test
    void theSameAnswerIsNotSentTwice() {
        // Given
        counted(staff, "forum", "2026-11-21T10:00:00Z", 0, 1, 0, 0, 0);
        String tag =
                series("metric", "neutral")
                        .header("Cache-Control", equalTo("private, max-age=30"))
                        .header("Vary", containsString("Accept"))
                        .extract()
                        .header("ETag");

        // Then
        admin().queryParams(asked())
                .queryParam("metric", "neutral")
                .header("If-None-Match", tag)
                .get(PATH)
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag));

        // When
        counted(staff, "forum", "2026-11-21T11:00:00Z", 0, 1, 0, 0, 0);

        // Then
        admin().queryParams(asked())
                .queryParam("metric", "neutral")
                .header("If-None-Match", tag)
                .get(PATH)
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)));
    }

    @Test
    void withoutATimeItIsTheLastSevenDays() {
        get(PATH, Map.of("staff", staff)).statusCode(200).body("items", hasSize(8));
    }

    private Map<String, String> asked() {
        return Map.of("staff", staff, "from", "2026-11-21T12:30:00Z", "to", "2026-11-23T00:00:01Z");
    }

    private ValidatableResponse series(String name, String value) {
        return admin().queryParams(asked())
                .queryParam(name, value)
                .get(PATH)
                .then()
                .statusCode(200);
    }
}
