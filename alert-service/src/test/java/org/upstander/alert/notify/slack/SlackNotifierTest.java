package org.upstander.alert.notify.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.alert.Deliveries;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.Message.TargetNotice;
import org.upstander.alert.application.Notifier;
import org.upstander.alert.config.SlackConfig;
import org.upstander.alert.notify.Pages;
import org.upstander.alert.notify.Results;
import org.upstander.alert.notify.TwoWayMessages;
import org.upstander.alert.notify.http.ChannelTestBase;
import org.upstander.alert.notify.http.HttpSender;

/** Slack's incoming webhook: its answers are plain text. */
class SlackNotifierTest extends ChannelTestBase {

    @Override
    protected Notifier notifier(HttpSender sender) {
        return notifier(sender, Map.of());
    }

    private static Notifier notifier(HttpSender sender, Map<String, String> settings) {
        return new SlackNotifier(sender, TwoWayMessages.settings(SlackConfig.class, settings));
    }

    @Override
    protected String path() {
        return "/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX";
    }

    @Override
    protected ResponseDefinitionBuilder taken() {
        return aResponse().withHeader("Content-Type", "text/html").withBody("ok");
    }

    @Override
    protected DeliveryResult receipt() {
        return Results.delivered("HTTP 200");
    }

    @ParameterizedTest
    @CsvSource({
        "400,invalid_payload,CLIENT_ERROR",
        "403,action_prohibited,AUTHENTICATION",
        "404,channel_not_found,CLIENT_ERROR",
        "404,no_service,GONE",
        "410,channel_is_archived,GONE"
    })
    void whatSlackRefusesIsFinal(int status, String body, FailureKind kind) {
        answers(aResponse().withStatus(status).withBody(body));
        assertThat(send()).isEqualTo(Results.refused(kind));
    }

    @Test
    void rollupErrorMayPass() {
        answers(aResponse().withStatus(500).withBody("rollup_error"));
        assertThat(send()).isEqualTo(Results.again(FailureKind.SERVER_ERROR));
    }

    @Test
    void theFirstButtonAcknowledges() {
        // When
        send();
        // Then
        JsonNode actions = sent().path("blocks").get(2);
        assertThat(actions.path("block_id").asText()).isEqualTo("dlv_1");
        JsonNode button = actions.path("elements").get(0);
        assertThat(button.path("text").path("text").asText()).isEqualTo("Acknowledge");
        assertThat(button.path("url").asText()).isEqualTo(Pages.ACKNOWLEDGE);
        assertThat(button.path("style").asText()).isEqualTo("primary");
        assertThat(sent().path("text").asText())
                .isEqualTo("Severity 3 of 4: personal attack on cm-07");
        assertThat(sent().path("unfurl_links").asBoolean(true)).isFalse();
    }

    @Test
    void buttonsActOnlyWhereTheirAnswersWouldBeBelieved() {
        // When
        notifier(sender(Map.of()), Map.of("upstander.slack.signing-secrets", "s3cret"))
                .send(Deliveries.of("dlv_1", 1, url(), Pages.page()))
                .await()
                .atMost(PATIENCE);
        // Then
        JsonNode actions = sent().path("blocks").get(2);
        assertThat(actions.path("block_id").asText()).isEqualTo("dlv_1");
        List<String> ids = actions.findValuesAsText("action_id");
        assertThat(ids).containsExactly("ack", "ack_called", "ack_safe", "escalate", "link_5");
        assertThat(actions.findValuesAsText("value")).containsOnly("inc-1").hasSize(4);
        assertThat(actions.findValuesAsText("url")).containsExactly(Pages.INCIDENT);
        assertThat(actions.path("elements").get(0).path("style").asText()).isEqualTo("primary");
        assertThat(sent().toString()).doesNotContain(Pages.ACKNOWLEDGE, "Dana");
    }

    @Test
    void anEmptySecretIsNone() {
        notifier(sender(Map.of()), Map.of("upstander.slack.signing-secrets", " "))
                .send(Deliveries.of("dlv_1", 1, url(), Pages.page()))
                .await()
                .atMost(PATIENCE);
        assertThat(sent().findValuesAsText("action_id")).containsExactly("link_1", "link_2");
    }

    @Test
    void aNoticeSaysNothingButThatSomebodyTakesCare() {
        send(sender(Map.of()), 1, new TargetNotice("inc-1", "Dana Okafor"));
        assertThat(sent().path("text").asText()).isEqualTo("Somebody is taking care");
        assertThat(sent().toString()).doesNotContain("Dana", "inc-1", "https://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://hooks.slack.com/services/T00/B00/XXX"})
    void anAddressIsFine(String address) {
        assertThat(notifier(sender(Map.of())).refusal(address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://hooks.slack.com/workflows/T00/1/2,/services/",
        "https://hooks.slack.com/services/T00,/services/",
        "C012AB3CD,https URL",
        "https://user@hooks.slack.com/services/T00/B00/XXX,user name"
    })
    void anAddressIsRefusedWithTheFix(String address, String fix) {
        assertThat(notifier(sender(Map.of())).refusal(address).orElseThrow())
                .contains(fix)
                .doesNotContain(address);
    }
}
