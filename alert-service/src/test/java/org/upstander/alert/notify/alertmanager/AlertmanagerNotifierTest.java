package org.upstander.alert.notify.alertmanager;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.alert.Deliveries;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.Message.StateChange;
import org.upstander.alert.application.Message.TargetNotice;
import org.upstander.alert.application.Notifier;
import org.upstander.alert.config.AlertmanagerConfig;
import org.upstander.alert.notify.Pages;
import org.upstander.alert.notify.Results;
import org.upstander.alert.notify.TwoWayMessages;
import org.upstander.alert.notify.http.ChannelTestBase;
import org.upstander.alert.notify.http.HttpSender;

/** Alertmanager's API, version 2. */
class AlertmanagerNotifierTest extends ChannelTestBase {

    private static final Instant NOW = Instant.parse("2026-11-24T12:15:42.5Z");

    @Override
    protected Notifier notifier(HttpSender sender) {
        return notifier(sender, NOW, Map.of());
    }

    private static Notifier notifier(HttpSender sender, Instant at, Map<String, String> settings) {
        return new AlertmanagerNotifier(
                sender,
                Clock.fixed(at, ZoneOffset.UTC),
                TwoWayMessages.settings(AlertmanagerConfig.class, settings));
    }

    @Override
    protected String path() {
        return "/alertmanager";
    }

    @Override
    protected ResponseDefinitionBuilder taken() {
        return ok();
    }

    @Override
    protected DeliveryResult receipt() {
        return Results.delivered("HTTP 200");
    }

    @Override
    protected String identity(JsonNode body) {
        return body.get(0).path("labels").toString();
    }

    @Test
    void anAlertFiresForAnHourUnlessItIsSentAgain() {
        // When
        send();
        // Then
        assertThat(onlyRequest().getUrl()).isEqualTo("/alertmanager/api/v2/alerts");
        assertThat(sent().isArray()).isTrue();
        JsonNode alert = sent().get(0);
        assertThat(alert.path("labels").toString())
                .isEqualTo(
                        "{\"alertname\":\"PersonalAttack\",\"service\":\"upstander\",\"severity\":\"critical\",\"target\":\"cm-07\",\"incident\":\"inc-1\"}");
        assertThat(alert.path("startsAt").asText()).isEqualTo("2026-11-24T12:00:00Z");
        assertThat(alert.path("endsAt").asText()).isEqualTo("2026-11-24T13:15:42Z");
        assertThat(alert.path("generatorURL").asText()).isEqualTo(Pages.INCIDENT);
        assertThat(alert.path("annotations").path("acknowledge_url").asText())
                .isEqualTo(Pages.ACKNOWLEDGE);
    }

    @Test
    void whatIsOverEndsNowAndIsTheSameAlert() throws Exception {
        // Given
        send();
        JsonNode fired = sent().get(0);
        receiver.resetRequests();
        // When
        send(sender(Map.of()), 1, new StateChange(Pages.page(), true, "ct-3"));
        // Then
        JsonNode ended = sent().get(0);
        assertThat(ended.path("labels")).isEqualTo(fired.path("labels"));
        assertThat(ended.path("endsAt").asText()).isEqualTo("2026-11-24T12:15:42Z");
    }

    @Test
    void aLaterRunIsAnotherAlertSinceTheFirstStillFires() {
        notifier(sender(Map.of()))
                .send(Deliveries.of("dlv_2", 1, url(), Pages.page(), null, "inc-1-run-2"))
                .await()
                .atMost(PATIENCE);
        assertThat(sent().get(0).path("labels").path("incident").asText()).isEqualTo("inc-1");
        assertThat(sent().get(0).path("labels").path("run").asText()).isEqualTo("2");
    }

    @Test
    void anAcknowledgementIsNothingThatItKnows() {
        assertThat(send(sender(Map.of()), 1, new StateChange(Pages.page(), false, "ct-3")))
                .isEqualTo(Results.refused(FailureKind.CLIENT_ERROR));
        receiver.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void anAlertThatWouldEndBetweenTwoResendsIsNoSetting() {
        HttpSender sender = sender(Map.of());
        Map<String, String> late = Map.of("upstander.alertmanager.resend-every", "PT31M");
        assertThatThrownBy(() -> notifier(sender, NOW, late))
                .hasMessageContaining("UPSTANDER_ALERTMANAGER_RESEND_EVERY");
    }

    @Test
    void aBadRequestIsFinal() {
        answers(aResponse().withStatus(400).withBody("\"start time must be before end time\""));
        assertThat(send()).isEqualTo(Results.refused(FailureKind.CLIENT_ERROR));
    }

    @Test
    void aNoticeIsNoAlert() {
        assertThat(send(sender(Map.of()), 1, new TargetNotice("inc-1", "Dana")))
                .isEqualTo(Results.refused(FailureKind.CLIENT_ERROR));
        receiver.verify(0, postRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://alertmanager.example.org",
                "https://example.org:8443/alertmanager/",
                "http://alertmanager.internal:9093"
            })
    void anAddressIsFine(String address) {
        assertThat(notifier(sender(Map.of())).refusal(address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://alertmanager.example.org/api/v2/alerts,base URL",
        "https://alertmanager.example.org?x=y,base URL"
    })
    void anAddressIsRefusedWithTheFix(String address, String fix) {
        assertThat(notifier(sender(Map.of())).refusal(address).orElseThrow())
                .contains(fix)
                .doesNotContain(address);
    }
}
