package org.upstander.alert.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.infrastructure.InfrastructureResource;

/** What another threshold would have paged. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class WhatIfIT extends StatsTestBase {

    private static final String PATH = "/v1/stats/what-if";

    private String staff;

    /** Two of heath in one thread, one of kim elsewhere that is criticism now, one of ann. */
    @BeforeEach
    void aWeek() {
        staff = fresh("cm");
        assessed(staff + 1, staff, "heath", "t1", "2026-11-21T10:00:00Z", "attack", 2, 0.9);
        assessed(staff + 2, staff, "heath", "t1", "2026-11-22T09:00:00Z", "attack", 1, 0.55);
        assessed(staff + 3, staff, "kim", "t2", "2026-11-22T12:00:00Z", "criticism", 0, 0.4);
        assessed(staff + 4, staff, "ann", "t3", "2026-11-22T13:00:00Z", "neutral", 0, 0.1);
        assessed(staff + 5, staff, "bot", "t4", "2026-11-22T14:00:00Z", "attack", 3, 0.99);
        sql("update assessment set spam = true where id = ?", staff + 5);
        // What did page: both of heath, in one incident with one post of evidence of its own
        String incident = fresh("in");
        incident(incident, staff, "2026-11-21T10:00:00Z", "open");
        sql("delete from assessment where id = ?", "as-" + incident);
        sql(
                "update assessment set incident_id = ? where id in (?, ?)",
                incident,
                staff + 1,
                staff + 2);
        sql(
                """
                insert into page (id, incident_id, round, step, state, due_at, fired_at, reason)
                values (?, ?, 0, 0, 'fired', now(), timestamptz '2026-11-21T10:00:01Z', 'First.')
                """,
                fresh("pg"),
                incident);
    }

    @Test
    void aLowerBarPagesMoreAndAHigherOneLess() {
        whatIf("0.5")
                .body("threshold", equalTo(0.5f))
                .body("severity", equalTo(1))
                .body("items.time", contains("2026-11-21T00:00:00Z", "2026-11-22T00:00:00Z"))
                .body("items.assessmentsWouldPage", contains(1, 1))
                .body("items.incidentsWouldOpen", contains(1, 0))
                .body("items.assessmentsPaged", contains(1, 1))
                .body("items.incidentsOpened", contains(1, 0))
                .body("items.pagesSent", contains(1, 0));
        whatIf("0.3")
                .body("items.assessmentsWouldPage", contains(1, 2))
                .body("items.incidentsWouldOpen", contains(1, 1))
                .body("items.assessmentsPaged", contains(1, 1));
        whatIf("0.95").body("items.assessmentsWouldPage", contains(0, 0));
        whatIf("0.05").body("items.assessmentsWouldPage", contains(1, 3));
    }

    @Test
    void whatIsNoAttackTodayCountsAsMild() {
        whatIf("0.3", "severity", "2").body("items.assessmentsWouldPage", contains(1, 0));
    }

    @Test
    void onAJuniorOneSeverityLessPagesAndWhoeverHasABarKeepsIt() {
        // Given
        json("{\"displayName\":\"Dana\",\"junior\":true}")
                .put("/v1/staff/" + staff)
                .then()
                .statusCode(201);

        // Then
        whatIf("0.5", "severity", "2").body("items.assessmentsWouldPage", contains(1, 1));

        // When
        json("{\"displayName\":\"Dana\",\"attackThreshold\":0.5}")
                .put("/v1/staff/" + staff)
                .then()
                .statusCode(200);

        // Then: by the verdicts as they are
        whatIf("0.95").body("items.assessmentsWouldPage", contains(1, 1));
        whatIf("0.05").body("items.assessmentsWouldPage", contains(1, 1));
    }

    @Test
    void daysAreThoseOfTheZone() {
        whatIf("0.5", "zone", "Pacific/Auckland")
                .body(
                        "items.time",
                        contains(
                                "2026-11-20T11:00:00Z",
                                "2026-11-21T11:00:00Z",
                                "2026-11-22T11:00:00Z"))
                .body("items.assessmentsWouldPage", contains(1, 1, 0));
    }

    @Test
    void csvAndTheTagAreAsElsewhere() {
        assertThat(whatIf("0.5", "format", "csv").extract().asString())
                .isEqualTo(
                        "time,assessmentsWouldPage,incidentsWouldOpen,assessmentsPaged,incidentsOpened,pagesSent\r\n"
                                + "2026-11-21T00:00:00Z,1,1,1,1,1\r\n2026-11-22T00:00:00Z,1,0,1,0,0\r\n");
        String tag = whatIf("0.5").extract().header("ETag");
        admin().queryParams(asked())
                .queryParam("threshold", "0.5")
                .header("If-None-Match", tag)
                .get(PATH)
                .then()
                .statusCode(304);
    }

    @Test
    void withoutATimeItIsTheLastWeek() {
        get(PATH, Map.of("staff", staff, "threshold", "0.5"))
                .statusCode(200)
                .body("items", hasSize(8));
    }

    @ParameterizedTest
    @CsvSource({
        "threshold, 0.04, threshold must be a number from 0.05 to 0.95",
        "threshold, 0.96, threshold must be a number from 0.05 to 0.95",
        "threshold, NaN, threshold must be a number from 0.05 to 0.95",
        "threshold, high, threshold must be a number from 0.05 to 0.95",
        "threshold, '', threshold must be a number from 0.05 to 0.95",
        "severity, 0, severity must be a whole number from 1 to 4",
        "severity, 5, severity must be a whole number from 1 to 4",
        "from, 2026-10-01T00:00:00Z, from must be at most 31 days before to"
    })
    void whatIsNotUnderstoodIsNamed(String name, String value, String detail) {
        Map<String, String> given = new HashMap<>(asked());
        given.put("threshold", "0.5");
        given.put(name, value);
        get(PATH, given)
                .statusCode(400)
                .body("parameter", equalTo(name))
                .body("detail", containsString(detail));
    }

    private Map<String, String> asked() {
        return Map.of("staff", staff, "from", "2026-11-21T00:00:00Z", "to", "2026-11-23T00:00:00Z");
    }

    private ValidatableResponse whatIf(String threshold) {
        return whatIf(threshold, "source", "forum");
    }

    private ValidatableResponse whatIf(String threshold, String name, String value) {
        return admin().queryParams(asked())
                .queryParam("threshold", threshold)
                .queryParam(name, value)
                .get(PATH)
                .then()
                .statusCode(200);
    }
}
