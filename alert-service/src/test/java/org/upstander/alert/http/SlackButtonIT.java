package org.upstander.alert.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** Buttons in Slack, from the page that holds them to the message that shows who has it. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(UpstreamsResource.class)
class SlackButtonIT extends TwoWayTestBase {

    private static String home(String path) {
        return "http://127.0.0.1:%d%s".formatted(UpstreamsResource.receiver().port(), path);
    }

    private static JsonNode only(String part) throws Exception {
        eventually(() -> assertThat(sent(part)).hasSize(1));
        return new ObjectMapper().readTree(sent(part).get(0).getBodyAsString());
    }

    @Test
    void buttonsInSlackActOnce() {
        // Given
        String incident = fresh("in");
        incident(incident, staff, "2026-11-20T12:00:00Z", "open");
        sql(
                "insert into page (id, incident_id, round, step, state, due_at, reason) values (?, ?, 0, 1, 'pending', now() + interval '1 hour', 'second')",
                "pg-" + incident,
                incident);

        // When, Then
        slack("open", incident, "1.0", 0).statusCode(200);
        slack("escalate", incident, "1.1", -301).statusCode(401);
        assertThat(timeline(incident)).hasSize(1);
        slack("escalate", incident, "1.1", 0).statusCode(200);
        slack("escalate", incident, "1.1", 0).statusCode(200);
        eventually(
                () ->
                        assertThat(column("select state from page where id = ?", "pg-" + incident))
                                .containsExactly("fired"));
        assertThat(timeline(incident))
                .filteredOn(entry -> entry.startsWith("escalated"))
                .containsExactly("escalated: slack:kim escalated it");
        slack("ack", incident, "1.2", 0).statusCode(200);
        assertThat(state(incident)).isEqualTo("acknowledged");
        assertThat(timeline(incident)).contains("acknowledged: slack:kim acknowledged it");
    }

    @Test
    void whoHasItTakesThePlaceOfTheButtons() throws Exception {
        // Given
        employ("slack", home("/services/T1/B1/" + staff));
        String incident = attack();
        JsonNode page = only("\"action_id\":\"ack_called\"");
        assertThat(page.findValuesAsText("value")).containsOnly(incident);

        // When
        String replyTo = "/actions/T1/1/" + incident;
        slack("ack_called", incident, "2.1", 0, home(replyTo)).statusCode(200);

        // Then
        assertThat(state(incident)).isEqualTo("acknowledged");
        assertThat(column("select kind from acknowledgement where incident_id = ?", incident))
                .containsExactly("called");
        JsonNode shown = only("replace_original");
        assertThat(shown.path("replace_original").asBoolean()).isTrue();
        assertThat(shown.findValuesAsText("action_id")).containsExactly("link_1");
        assertThat(shown.toString()).contains("kim (slack)").doesNotContain("Dana", "cheat");
        assertThat(sent("replace_original").get(0).getUrl()).isEqualTo(replyTo);
    }

    @Test
    void whileItIsOpenTheButtonsStay() throws Exception {
        String incident = fresh("in");
        incident(incident, staff, "2026-11-20T12:00:00Z", "open");
        slack("escalate", incident, "3.1", 0, home("/actions/T1/1/x")).statusCode(200);
        assertThat(only("Nobody else is called now").path("replace_original").asBoolean(true))
                .isFalse();
        assertThat(state(incident)).isEqualTo("open");
    }

    @Test
    void whereAnAnswerWouldGoElsewhereTheButtonActsAndNothingIsSent() {
        String incident = fresh("in");
        incident(incident, staff, "2026-11-20T12:00:00Z", "open");
        String elsewhere = home("/x").replace("127.0.0.1", "localhost");
        slack("ack", incident, "4.1", 0, elsewhere).statusCode(200);
        slack("ack_safe", incident, "4.2", 0, home("/actions/T1/1/y")).statusCode(200);
        assertThat(column("select kind from acknowledgement where incident_id = ?", incident))
                .containsExactly("seen", "safe");
        eventually(() -> assertThat(sent("replace_original")).hasSize(1));
        assertThat(sent("replace_original").get(0).getUrl()).isEqualTo("/actions/T1/1/y");
    }

    private static ValidatableResponse slack(
            String button, String incident, String at, int secondsOff) {
        return slack(button, incident, at, secondsOff, "");
    }

    private static ValidatableResponse slack(
            String button, String incident, String at, int secondsOff, String replyTo) {
        String payload =
                "{\"type\":\"block_actions\",\"user\":{\"id\":\"U1\",\"username\":\"kim\"},\"response_url\":\"%s\",\"actions\":[{\"action_id\":\"%s\",\"value\":\"%s\",\"action_ts\":\"%s\"}]}"
                        .formatted(replyTo, button, incident, at);
        String body = encoded(Map.of("payload", payload));
        String timestamp = Long.toString(Instant.now().getEpochSecond() + secondsOff);
        return given().urlEncodingEnabled(false)
                .header("X-Slack-Request-Timestamp", timestamp)
                .header(
                        "X-Slack-Signature",
                        "v0=" + hex(UpstreamsResource.SLACK_SECRET, "v0:" + timestamp + ":" + body))
                .contentType("application/x-www-form-urlencoded")
                .body(body)
                .post("/v1/inbound/slack")
                .then();
    }
}
