package org.upstander.alert.notify.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.alert.application.Message.StateChange;
import org.upstander.alert.config.SlackConfig;
import org.upstander.alert.notify.HostileTexts;
import org.upstander.alert.notify.Pages;
import org.upstander.alert.notify.TwoWayMessages;
import org.upstander.alert.notify.http.HttpTestBase;

/** What stands where the buttons were; and nowhere but at Slack. */
class SlackRepliesTest extends HttpTestBase {

    private static final StateChange TAKEN = new StateChange(Pages.page(), false, "slack:kim");

    private SlackReplies replies(Map<String, String> settings) {
        return new SlackReplies(
                sender(Map.of()), TwoWayMessages.settings(SlackConfig.class, settings));
    }

    private SlackReplies atHome() {
        return replies(Map.of("upstander.slack.url", "http://hooks.slack.com:" + receiver.port()));
    }

    private static String replyTo() {
        return "http://hooks.slack.com:" + receiver.port() + "/actions/T1/2/x";
    }

    @Test
    void whoHasItStandsWhereTheButtonsWere() throws Exception {
        // When
        atHome().replace(replyTo(), TAKEN).await().atMost(PATIENCE);
        // Then
        JsonNode body = JSON.readTree(onlyRequest().getBodyAsString());
        assertThat(onlyRequest().getUrl()).isEqualTo("/actions/T1/2/x");
        assertThat(body.path("replace_original").asBoolean()).isTrue();
        assertThat(body.path("text").asText())
                .isEqualTo("Acknowledged: severity 3, personal attack on cm-07");
        assertThat(body.toString())
                .contains("Acknowledged by\\nkim (slack)")
                .doesNotContain("\"value\"", "Dana", Pages.ACKNOWLEDGE);
        assertThat(body.findValuesAsText("action_id")).containsExactly("link_1");
    }

    @Test
    void whatIsSaidAsideLeavesTheMessage() throws Exception {
        atHome().aside(replyTo(), "One <more>").await().atMost(PATIENCE);
        assertThat(JSON.readTree(onlyRequest().getBodyAsString()).toString())
                .isEqualTo(
                        "{\"response_type\":\"ephemeral\",\"replace_original\":false,\"mrkdwn\":false,\"text\":\"One &lt;more&gt;\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.slack.com:%d/actions/T1/2/x",
                "https://hooks.slack.com:%d/actions/T1/2/x",
                "https://hooks.slack.com.evil.example.org/actions",
                "https://evil.example.org/?https://hooks.slack.com/",
                "https://hooks.slack.com@evil.example.org/actions",
                "https://hooks.slack.com./actions",
                "http://127.0.0.1:%d/actions",
                "http://169.254.169.254/latest/meta-data",
                "file:///etc/passwd",
                "not a url",
                ""
            })
    void nowhereElseIsAnythingSent(String elsewhere) {
        replies(Map.of())
                .replace(elsewhere.formatted(receiver.port()), TAKEN)
                .await()
                .atMost(PATIENCE);
        receiver.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void whatSlackDoesNotTakeIsSaidAgainAFewTimes() {
        receiver.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
        atHome().replace(replyTo(), TAKEN).await().atMost(PATIENCE);
        receiver.verify(3, postRequestedFor(anyUrl()));
    }

    @Test
    void aRefusalIsNotRepeated() {
        receiver.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404)));
        atHome().replace(replyTo(), TAKEN).await().atMost(PATIENCE);
        receiver.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void aNameFromOutsideStaysAName() throws Exception {
        for (String text : HostileTexts.all()) {
            String body = SlackBody.instead(new StateChange(Pages.page(), true, text));
            assertThat(body).describedAs(text).doesNotContain("<!", "<@", "<#", "mrkdwn\":true");
            assertThat(JSON.readTree(body).path("blocks")).hasSize(3);
            assertThat(JSON.readTree(body).findValuesAsText("url")).containsExactly(Pages.INCIDENT);
        }
    }
}
