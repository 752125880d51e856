package org.upstander.alert.http;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.infrastructure.InfrastructureResource;

/** What is not understood, or would be too much, is refused with the fix. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class TimeseriesRefusalIT extends StatsTestBase {

    private static final String PATH = "/v1/stats/timeseries";

    @ParameterizedTest
    @CsvSource({
        "metric, rage, metric must be one of mentions",
        "bucket, week, 'bucket must be one of day, hour'",
        "bucket, all, bucket must be one of",
        "groupBy, author, groupBy must be one of none",
        "groupBy, verdict, groupBy can be verdict with metric=mentions only",
        "zone, Mars/Olympus, zone must be an IANA time zone",
        "from, yesterday, from must be a time from 2000 to 2100",
        "to, 2026-13-01T00:00:00Z, to must be a time",
        "to, 1999-01-01T00:00:00Z, to must be a time from 2000",
        "from, 2026-11-24T00:00:00Z, from must be before to",
        "from, 2022-11-24T00:00:00Z, from must be at most 1100 days before to with bucket=day",
        "format, xml, 'format must be one of json, csv'"
    })
    void whatIsNotUnderstoodIsNamedWithTheFix(String name, String value, String detail) {
        admin().queryParam("from", name.equals("from") ? value : "2026-11-21T00:00:00Z")
                .queryParam("to", name.equals("to") ? value : "2026-11-24T00:00:00Z")
                .queryParam("metric", name.equals("metric") ? value : "attack")
                .queryParam(name.equals("from") || name.equals("to") ? "staff" : name, value)
                .get(PATH)
                .then()
                .statusCode(400)
                .contentType(startsWith("application/problem+json"))
                .body("parameter", equalTo(name))
                .body("detail", containsString(detail));
    }

    @Test
    void whatWouldBeTooMuchIsRefused() {
        // Given: 501 people, 100 days
        String source = fresh("source");
        sql(
                """
                insert into mention_day (staff_id, source, day, supportive, neutral, criticism, attack, spam)
                select 'cm-' || n, ?, timestamptz '2026-11-01T00:00:00Z', 1, 0, 0, 0, 0 from generate_series(1, 501) n
                """,
                source);

        // Then
        Map<String, String> all =
                Map.of(
                        "source",
                        source,
                        "groupBy",
                        "staff",
                        "from",
                        "2026-08-15T00:00:00Z",
                        "to",
                        "2026-11-23T00:00:00Z");
        get(PATH, all).statusCode(400).body("detail", containsString("more than 50,000 values"));
        admin().queryParams(all)
                .queryParam("staff", "cm-7")
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items", hasSize(100));
        get(
                        PATH,
                        Map.of(
                                "bucket",
                                "hour",
                                "from",
                                "2026-08-15T00:00:00Z",
                                "to",
                                "2026-11-23T00:00:00Z"))
                .statusCode(400)
                .body("detail", containsString("92 days"));
        get(
                        PATH,
                        Map.of(
                                "zone",
                                "Europe/Berlin",
                                "from",
                                "2025-08-15T00:00:00Z",
                                "to",
                                "2026-11-23T00:00:00Z"))
                .statusCode(400)
                .body("detail", containsString("400 days before to with a zone other than UTC"));
    }
}
