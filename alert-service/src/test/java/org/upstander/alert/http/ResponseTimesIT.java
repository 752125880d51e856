package org.upstander.alert.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** How fast people help, and how often they are called in vain. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class ResponseTimesIT extends StatsTestBase {

    private static final String PATH = "/v1/stats/response";

    private String staff;

    @BeforeEach
    void somebody() {
        staff = fresh("cm");
    }

    @Test
    void timesAreFromTheOpeningToTheFirstAcknowledgementAndToTheEnd() {
        // Given: taken after 60, 120 and 600 s, the first twice; one nobody took; one merged
        String first = opened("2026-11-21T10:00:00Z");
        acknowledged(first, "2026-11-21T10:01:00Z");
        acknowledged(first, "2026-11-21T11:00:00Z");
        resolved(first, "2026-11-21T12:00:00Z");
        acknowledged(opened("2026-11-21T11:00:00Z"), "2026-11-21T11:02:00Z");
        acknowledged(opened("2026-11-22T10:00:00Z"), "2026-11-22T10:10:00Z");
        opened("2026-11-22T11:00:00Z");
        String merged = opened("2026-11-22T11:30:00Z");
        sql("update incident set merged_into = ? where id = ?", first, merged);
        paged(first, 3);

        // Then: the median of 60, 120, 600; nine of ten are at 120 + 0.8 · 480
        response()
                .body("bucket", equalTo("all"))
                .body("items", hasSize(1))
                .body("items[0].time", equalTo("2026-11-21T00:00:00Z"))
                .body("items[0].incidents", equalTo(4))
                .body("items[0].acknowledged", equalTo(3))
                .body("items[0].acknowledgeP50Seconds", equalTo(120f))
                .body("items[0].acknowledgeP90Seconds", equalTo(504f))
                .body("items[0].resolved", equalTo(1))
                .body("items[0].resolveP50Seconds", equalTo(7200f))
                .body("items[0].pages", equalTo(3))
                .body("items[0].pagesPerIncident", equalTo(0.75f))
                .body("items[0].judged", equalTo(0))
                .body("items[0]", not(hasKey("falsePageShare")));
    }

    @Test
    void aFalsePageIsOneInWhichNobodyFoundAnAttack() {
        // Given: one meant, one not, one on which the last word counts, one not judged
        judged(opened("2026-11-21T10:00:00Z"), "attack");
        judged(opened("2026-11-21T11:00:00Z"), "criticism");
        String changed = opened("2026-11-21T12:00:00Z");
        judged(changed, "attack");
        judged(changed, "mistaken-person");
        opened("2026-11-21T13:00:00Z");

        // Then
        response()
                .body("items[0].judged", equalTo(3))
                .body("items[0].judgedFalse", equalTo(2))
                .body("items[0].falsePageShare", equalTo(0.666667f));
    }

    @Test
    void bySourceAnIncidentCountsForEachAndByDayWhereItOpened() {
        // Given: 23:30 UTC is the next day in Berlin
        String two = opened("2026-11-21T23:30:00Z");
        sql("update incident set sources = '{forum,chat}' where id = ?", two);
        opened("2026-11-22T10:00:00Z");

        // Then
        response("groupBy", "source")
                .body("items.source", contains("chat", "forum"))
                .body("items.incidents", contains(1, 2));
        response("groupBy", "staff").body("items.staffId", contains(staff));
        response("bucket", "day")
                .body("items.time", contains("2026-11-21T00:00:00Z", "2026-11-22T00:00:00Z"));
        admin().queryParams(asked())
                .queryParam("bucket", "day")
                .queryParam("zone", "Europe/Berlin")
                .get(PATH)
                .then()
                .body("items.time", contains("2026-11-21T23:00:00Z"))
                .body("items.incidents", contains(2));
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
                .body("items.incidents", contains(1));
    }

    @Test
    void whoWasNotAttackedHasNoTimes() {
        response().body("items", empty());
        assertThat(response("format", "csv").extract().asString())
                .isEqualTo(
                        "time,staffId,source,incidents,acknowledged,acknowledgeP50Seconds,acknowledgeP90Seconds,resolved,resolveP50Seconds,resolveP90Seconds,pages,pagesPerIncident,judged,judgedFalse,falsePageShare\r\n");
        String tag = response().extract().header("ETag");
        admin().queryParams(asked()).header("If-None-Match", tag).get(PATH).then().statusCode(304);
    }

    @Test
    void hoursAndVerdictsAreNotToBeHad() {
        admin().queryParam("bucket", "hour")
                .get(PATH)
                .then()
                .statusCode(400)
                .body("detail", equalTo("bucket must be one of all, day"));
        admin().queryParam("groupBy", "verdict").get(PATH).then().statusCode(400);
        get(PATH, Map.of("from", "2025-01-01T00:00:00Z", "to", "2026-11-24T00:00:00Z"))
                .statusCode(400)
                .body("parameter", equalTo("from"));
    }

    private String opened(String at) {
        String id = fresh("in");
        incident(id, staff, at, "open");
        return id;
    }

    private static void acknowledged(String incident, String at) {
        sql(
                "insert into acknowledgement (incident_id, at, who, kind) values (?, cast(? as timestamptz), 'Lea', 'seen')",
                incident,
                at);
    }

    private static void resolved(String incident, String at) {
        sql(
                "update incident set state = 'resolved', resolved_at = cast(? as timestamptz) where id = ?",
                at,
                incident);
    }

    private static void paged(String incident, int times) {
        for (int step = 0; step < times; step++) {
            sql(
                    """
                    insert into page (id, incident_id, round, step, state, due_at, fired_at, reason)
                    values (?, ?, 0, ?, 'fired', now(), timestamptz '2026-11-21T10:00:00Z', 'First.')
                    """,
                    fresh("pg"),
                    incident,
                    step);
        }
    }

    private static void judged(String incident, String verdict) {
        sql(
                """
                insert into review (assessment_id, reviewer, verdict, at)
                values (?, ?, ?, cast(? as timestamptz))
                """,
                "as-" + incident,
                fresh("reader"),
                verdict,
                Instant.now().toString());
    }

    private Map<String, String> asked() {
        return Map.of("staff", staff, "from", "2026-11-21T00:00:00Z", "to", "2026-11-24T00:00:00Z");
    }

    private ValidatableResponse response() {
        return get(PATH, asked()).statusCode(200);
    }

    private ValidatableResponse response(String name, String value) {
        return admin().queryParams(asked())
                .queryParam(name, value)
                .get(PATH)
                .then()
                .statusCode(200);
    }
}
