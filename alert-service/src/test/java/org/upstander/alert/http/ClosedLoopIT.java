package org.upstander.alert.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.infrastructure.InfrastructureResource;

/** What is done in PagerDuty or Opsgenie is done here, and the other way round. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(UpstreamsResource.class)
class ClosedLoopIT extends TwoWayTestBase {

    private static final String GENIE_KEY = "0d9a8b7c-1111-2222-3333-44445555";

    @Test
    void pagerDutyAcknowledgesAndOurResolveReachesPagerDuty() {
        // Given
        String key = routingKey();
        employ("pagerduty", key);
        String incident = attack();
        eventually(() -> assertThat(sent(key)).hasSize(1));
        eventually(
                () ->
                        assertThat(column("select state from delivery where address = ?", key))
                                .containsExactly("delivered"));

        // When
        pagerDuty("acknowledged", incident, "user_reference").statusCode(204);
        assertThat(state(incident)).isEqualTo("acknowledged");
        assertThat(timeline(incident)).contains("acknowledged: pagerduty:Kim Lind acknowledged it");
        admin().urlEncodingEnabled(false)
                .post("/v1/incidents/" + incident + ":resolve")
                .then()
                .statusCode(200);

        // Then
        eventually(
                () ->
                        assertThat(sent(key))
                                .anySatisfy(
                                        event ->
                                                assertThat(event.getBodyAsString())
                                                        .contains(
                                                                "\"event_action\":\"resolve\"",
                                                                "\"dedup_key\":\""
                                                                        + incident
                                                                        + "\"")));
        assertThat(sent("\"event_action\":\"trigger\"")).hasSize(1);
    }

    @Test
    void opsgenieClosesAndOurAcknowledgeReachesOpsgenie() {
        // Given
        String key = GENIE_KEY + System.nanoTime();
        employ("opsgenie", key);
        String incident = attack();
        eventually(
                () ->
                        assertThat(column("select state from delivery where address = ?", key))
                                .containsExactly("delivered"));

        // When
        admin().urlEncodingEnabled(false)
                .post("/v1/incidents/" + incident + ":acknowledge")
                .then()
                .statusCode(200);
        eventually(
                () ->
                        assertThat(UpstreamsResource.receiver().getAllServeEvents())
                                .extracting(event -> event.getRequest().getUrl())
                                .contains(
                                        "/v2/alerts/%s/acknowledge?identifierType=alias"
                                                .formatted(incident)));
        opsgenie("Close", incident, "System", "").statusCode(204);
        opsgenie("Close", incident, "Upstander", "").statusCode(204);
        assertThat(state(incident)).isEqualTo("acknowledged");
        opsgenie("Close", incident, "kim@example.org", "").statusCode(204);

        // Then
        assertThat(state(incident)).isEqualTo("resolved");
        assertThat(timeline(incident)).contains("resolved: opsgenie:kim@example.org resolved it");
    }

    private static ValidatableResponse opsgenie(
            String action, String incident, String who, String query) {
        String body =
                "{\"action\":\"%s\",\"alert\":{\"alertId\":\"%s\",\"alias\":\"%s\",\"username\":\"%s\",\"updatedAt\":1}}"
                        .formatted(action, incident, incident, who);
        var call = given().contentType("application/json").body(body);
        return query.isEmpty()
                ? call.header("X-Upstander-Token", UpstreamsResource.OPSGENIE_TOKEN)
                        .post("/v1/inbound/opsgenie")
                        .then()
                : call.post("/v1/inbound/opsgenie?token=" + query).then();
    }

    @Test
    void theTokenOfOpsgenieMayStandInTheQuery() {
        String incident = fresh("in");
        incident(incident, staff, "2026-11-20T12:00:00Z", "open");
        opsgenie("Acknowledge", incident, "kim", "wrong").statusCode(401);
        assertThat(state(incident)).isEqualTo("open");
        opsgenie("Acknowledge", incident, "kim", UpstreamsResource.OPSGENIE_TOKEN).statusCode(204);
        assertThat(state(incident)).isEqualTo("acknowledged");
    }

    @Test
    void theAlertOfALaterRunIsAboutTheSameIncident() {
        String incident = fresh("in");
        incident(incident, staff, "2026-11-20T12:00:00Z", "open");
        pagerDuty("acknowledged", incident + "-run-2", "user_reference").statusCode(204);
        assertThat(state(incident)).isEqualTo("acknowledged");
        opsgenie("Close", incident + "-run-1", "kim@example.org", "").statusCode(204);
        assertThat(state(incident)).isEqualTo("resolved");
    }

    @ParameterizedTest
    @ValueSource(strings = {"service_reference", "inbound_integration_reference"})
    void whatPagerDutyDoesByItselfChangesNothing(String agent) {
        String incident = fresh("in");
        incident(incident, staff, "2026-11-20T12:00:00Z", "open");
        pagerDuty("resolved", incident, agent).statusCode(204);
        pagerDuty("reopened", incident, "user_reference").statusCode(204);
        pagerDuty("acknowledged", "in_unknown", "user_reference").statusCode(204);
        assertThat(state(incident)).isEqualTo("open");
    }

    @Test
    void whatIsNotProvenIsNotEvenRead() {
        for (String path : new String[] {"pagerduty", "opsgenie", "slack"}) {
            given().contentType("application/json")
                    .header("X-PagerDuty-Signature", "v1=00")
                    .header("X-Slack-Signature", "v0=00")
                    .header(
                            "X-Slack-Request-Timestamp",
                            Long.toString(Instant.now().getEpochSecond()))
                    .body("{no json")
                    .post("/v1/inbound/" + path)
                    .then()
                    .statusCode(401)
                    .body("title", equalTo("Unauthorized"))
                    .body("detail", not(containsString("signature")));
        }
        given().contentType("application/json")
                .header("X-Upstander-Token", UpstreamsResource.OPSGENIE_TOKEN)
                .body("{no json")
                .post("/v1/inbound/opsgenie")
                .then()
                .statusCode(400);
        given().contentType("application/json")
                .body("x".repeat(300_000))
                .post("/v1/inbound/pagerduty")
                .then()
                .statusCode(413);
    }
}
