package org.upstander.alert.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.infrastructure.InfrastructureResource;

/** Acknowledging and resolving by REST. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class IncidentActionIT extends RestTestBase {

    private String id;

    @BeforeEach
    void attack() {
        id = fresh("in");
        incident(id, fresh("cm"), "2026-11-20T12:00:00Z", "open");
    }

    @Test
    void whoAcknowledgesIsShownAndASecondOneChangesNothing() {
        // When
        act("acknowledge", "{\"by\":\"Lea\",\"comment\":\"I call her now.\"}")
                .statusCode(200)
                .body("state", equalTo("acknowledged"))
                .body("acknowledged.by", equalTo("Lea"))
                .body("timeline.what", hasItem("acknowledged"))
                .body("timeline[1].reason", containsString("Lea (token:admin): I call her now."));
        act("acknowledge", "{\"by\":\"Kim\"}")
                .statusCode(200)
                .body("acknowledged.by", equalTo("Lea"))
                .body("timeline.size()", equalTo(2));

        // Then
        assertThat(timeline()).containsExactly("opened", "acknowledged");
    }

    @Test
    void aBodyIsNotNeeded() {
        admin().urlEncodingEnabled(false)
                .post("/v1/incidents/" + id + ":acknowledge")
                .then()
                .statusCode(200)
                .body("acknowledged.by", equalTo("token:admin"));
    }

    @Test
    void resolvedIsFinal() {
        // When
        act("resolve", "{\"by\":\"Lea\",\"kind\":\"false-alarm\"}")
                .statusCode(200)
                .body("state", equalTo("resolved"))
                .body("resolved.by", equalTo("Lea"))
                .body("resolved.resolution", equalTo("false-alarm"));
        act("resolve", "{\"by\":\"Kim\",\"kind\":\"confirmed\"}")
                .statusCode(200)
                .body("resolved.by", equalTo("Lea"))
                .body("resolved.resolution", equalTo("false-alarm"));
        act("acknowledge", "{}")
                .statusCode(200)
                .body("state", equalTo("resolved"))
                .body("acknowledged", nullValue());

        // Then
        assertThat(timeline()).containsExactly("opened", "resolved");
    }

    @Test
    void whatWaitsToCallSomebodyIsCancelled() {
        // Given
        sql(
                "insert into page (id, incident_id, round, step, state, due_at, reason) values (?, ?, 1, 2, 'pending', now() + interval '1 hour', 'second')",
                "pg-" + id,
                id);

        // When
        act("acknowledge", "{}").statusCode(200);

        // Then
        assertThat(column("select state from page where incident_id = ?", id))
                .containsExactly("cancelled");
    }

    @Test
    void theNextStepIsCalledAtOnceAndOnlyWhileNobodyIsAtIt() {
        // Given
        sql(
                "insert into page (id, incident_id, round, step, state, due_at, reason) values (?, ?, 0, 1, 'pending', now() + interval '1 hour', 'second')",
                "pg-" + id,
                id);

        // When
        act("escalate", "{\"by\":\"Lea\",\"comment\":\"I am on a train.\"}")
                .statusCode(200)
                .body("state", equalTo("open"))
                .body("escalation.outcome", equalTo("nobody"))
                .body("escalation.called", empty())
                .body("escalation.reason", notNullValue())
                .body(
                        "timeline.reason",
                        hasItem("Escalated by Lea (token:admin): I am on a train."));

        // Then
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () ->
                                assertThat(
                                                column(
                                                        "select state from page where incident_id = ? order by step",
                                                        id))
                                        .startsWith("fired"));
        act("acknowledge", "{}").statusCode(200);
        act("escalate", "{}")
                .statusCode(200)
                .body("state", equalTo("acknowledged"))
                .body("escalation.outcome", equalTo("waiting"))
                .body("escalation.reason", containsString("token:admin acknowledged it"));
        assertThat(timeline()).containsOnlyOnce("escalated");
    }

    @Test
    void whereNoStepIsLeftNothingChanges() {
        act("escalate", "{}").statusCode(200).body("timeline.size()", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"acknowledge", "resolve", "escalate"})
    void nobodyCanActOnWhatIsNotThere(String action) {
        id = "in_unknown";
        act(action, "{}")
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("in_unknown"));
    }

    @ParameterizedTest
    @CsvSource({
        "acknowledge, by, ' '",
        "acknowledge, comment, ''",
        "escalate, by, ' '",
        "resolve, kind, False Alarm",
        "resolve, shoe, x"
    })
    void whatIsWrongWithTheBodyIsSaidWithItsField(String action, String field, String value) {
        act(action, "{\"%s\":\"%s\"}".formatted(field, value))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/" + field));
        assertThat(timeline()).containsExactly("opened");
    }

    @Test
    void aColonThatAClientEncodedIsAColon() {
        admin().urlEncodingEnabled(false)
                .post("/v1/incidents/" + id + "%3Aacknowledge")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse act(String action, String body) {
        return admin().urlEncodingEnabled(false)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/incidents/" + id + ":" + action)
                .then();
    }

    private List<String> timeline() {
        return column("select what from timeline where incident_id = ? order by id", id);
    }
}
