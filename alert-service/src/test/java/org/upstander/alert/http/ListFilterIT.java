package org.upstander.alert.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.alert.http.AssessmentFeed.Draft;
import org.upstander.infrastructure.InfrastructureResource;

/** Each filter of the lists keeps what it names, and what is wrong with one is said. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class ListFilterIT extends RestTestBase {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void assessmentsAreFilteredByEachOfTheirTraits() {
        // Given
        String staff = fresh("cm");
        String attack = staff + "-attack";
        String threat = staff + "-threat";
        String praise = staff + "-praise";
        AssessmentFeed.publishAndWait(
                new Draft(attack, staff, "forum", "heath", "attack", 2, "insult", NOON),
                new Draft(
                        threat, staff, "chat", "kim", "attack", 3, "threat", NOON.plusSeconds(60)),
                new Draft(
                        praise,
                        staff,
                        "forum",
                        "fan",
                        "supportive",
                        0,
                        null,
                        NOON.plusSeconds(120)));

        // Then
        String list = "/v1/assessments";
        assertThat(ids(list, staff, Map.of())).containsExactly(praise, threat, attack);
        assertThat(ids(list, staff, Map.of("author", "heath"))).containsExactly(attack);
        assertThat(ids(list, staff, Map.of("source", "chat"))).containsExactly(threat);
        assertThat(ids(list, staff, Map.of("verdict", "supportive"))).containsExactly(praise);
        assertThat(ids(list, staff, Map.of("category", "threat"))).containsExactly(threat);
        assertThat(ids(list, staff, Map.of("severity", "2"))).containsExactly(threat, attack);
        assertThat(ids(list, staff, Map.of("severity", "4"))).isEmpty();
        assertThat(ids(list, staff, Map.of("from", "2026-11-20T12:01:00Z")))
                .containsExactly(praise, threat);
        assertThat(ids(list, staff, Map.of("to", "2026-11-20T12:01:00Z"))).containsExactly(attack);
        assertThat(ids(list, staff, Map.of("source", "forum", "verdict", "attack")))
                .containsExactly(attack);
        assertThat(ids(list, staff + "x", Map.of())).isEmpty();
    }

    @Test
    void whatTheThresholdsOnTrialDecideOtherwiseIsListed() {
        // Given
        String staff = fresh("cm");
        AssessmentFeed.publishAndWait(
                Draft.tried(staff + "-both", staff, "attack", "attack"),
                Draft.tried(staff + "-live", staff, "attack", "criticism"),
                Draft.tried(staff + "-shadow", staff, "neutral", "attack"),
                Draft.tried(staff + "-neither", staff, "neutral", "supportive"),
                Draft.tried(staff + "-untried", staff, "attack", null));

        // Then
        String list = "/v1/assessments";
        assertThat(ids(list, staff, Map.of())).hasSize(5);
        assertThat(ids(list, staff, Map.of("shadow", "disagrees")))
                .containsExactlyInAnyOrder(staff + "-live", staff + "-shadow");
        assertThat(ids(list, staff, Map.of("shadow", "disagrees", "verdict", "neutral")))
                .containsExactly(staff + "-shadow");
        admin().queryParam("staff", staff)
                .queryParam("verdict", "neutral")
                .queryParam("shadow", "disagrees")
                .get(list)
                .then()
                .body("items[0].shadow", equalTo("attack"))
                .body("items[0].incidentId", nullValue());
    }

    @Test
    void incidentsAreFilteredByEachOfTheirTraits() {
        // Given
        String staff = fresh("cm");
        String open = fresh("in");
        String done = fresh("in");
        incident(open, staff, "2026-11-20T12:00:00Z", "open");
        incident(done, staff, "2026-11-20T13:00:00Z", "resolved");
        sql(
                "update incident set severity = 3, sources = '{chat}', categories = '{threat}' where id = ?",
                done);
        sql(
                "update incident_author set source = 'chat', author_id = '9', handle = 'kim' where incident_id = ?",
                done);

        // Then
        String list = "/v1/incidents";
        assertThat(ids(list, staff, Map.of())).containsExactly(done, open);
        assertThat(ids(list, staff, Map.of("state", "open"))).containsExactly(open);
        assertThat(ids(list, staff, Map.of("state", "acknowledged"))).isEmpty();
        assertThat(ids(list, staff, Map.of("author", "heath"))).containsExactly(open);
        assertThat(ids(list, staff, Map.of("author", "9"))).containsExactly(done);
        assertThat(ids(list, staff, Map.of("source", "chat"))).containsExactly(done);
        assertThat(ids(list, staff, Map.of("category", "insult"))).containsExactly(open);
        assertThat(ids(list, staff, Map.of("severity", "3"))).containsExactly(done);
        assertThat(ids(list, staff, Map.of("from", "2026-11-20T13:00:00Z"))).containsExactly(done);
        assertThat(ids(list, staff, Map.of("to", "2026-11-20T13:00:00Z"))).containsExactly(open);
    }

    @ParameterizedTest
    @CsvSource({
        "incidents, state, closed",
        "incidents, severity, 5",
        "incidents, severity, much",
        "incidents, from, yesterday",
        "incidents, to, 2026-11-20",
        "incidents, limit, 0",
        "incidents, limit, 201",
        "incidents, limit, many",
        "incidents, cursor, bm9uc2Vuc2U",
        "assessments, verdict, bad",
        "assessments, shadow, agrees",
        "assessments, from, 12:00",
        "assessments, limit, -1",
        "assessments, cursor, '%%%'",
        "notifications, outcome, lost",
        "notifications, to, tomorrow",
        "notifications, cursor, x",
    })
    void whatIsWrongWithAParameterIsSaidWithItsName(String list, String name, String value) {
        admin().queryParam(name, value)
                .get("/v1/" + list)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("parameter", equalTo(name))
                .body("detail", containsString(name));
    }

    @Test
    void aValueThatIsTooLongOrHoldsNulIsRefused() {
        admin().queryParam("author", "x".repeat(257))
                .get("/v1/incidents")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("author"));
        admin().urlEncodingEnabled(false)
                .get("/v1/incidents?staff=a%00b")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("staff"));
    }

    private static List<String> ids(String list, String staff, Map<String, String> filter) {
        return admin().queryParam("staff", staff)
                .queryParams(filter)
                .get(list)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }
}
