package org.upstander.alert.notify.goalert;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
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
import org.upstander.alert.notify.Pages;
import org.upstander.alert.notify.Results;
import org.upstander.alert.notify.http.ChannelTestBase;
import org.upstander.alert.notify.http.HttpSender;

/** GoAlert's generic API. */
class GoalertNotifierTest extends ChannelTestBase {

    @Override
    protected Notifier notifier(HttpSender sender) {
        return new GoalertNotifier(sender);
    }

    @Override
    protected String path() {
        return "/api/v2/generic/incoming?token=2f3c1e0a-0000-4000-8000-000000000000";
    }

    @Override
    protected ResponseDefinitionBuilder taken() {
        return okJson(
                "{\"AlertID\":10,\"ServiceID\":\"8c7a1e0a-0000-4000-8000-000000000000\",\"IsNew\":true}");
    }

    @Override
    protected DeliveryResult receipt() {
        return Results.delivered("alert 10");
    }

    @Test
    void anOlderVersionAnswersNothing() {
        answers(noContent());
        assertThat(send()).isEqualTo(Results.delivered("HTTP 204"));
    }

    @Test
    void aWrongTokenIsFinal() {
        answers(unauthorized());
        assertThat(send()).isEqualTo(Results.refused(FailureKind.AUTHENTICATION));
    }

    @Test
    void oneIncidentIsOneAlert() {
        // When
        send();
        // Then
        assertThat(onlyRequest().getUrl()).isEqualTo(path());
        assertThat(onlyRequest().getHeader("accept")).isEqualTo("application/json");
        assertThat(sent().path("dedup").asText()).isEqualTo("inc-1");
        assertThat(sent().path("meta").path("delivery").asText()).isEqualTo("dlv_1");
        assertThat(sent().path("summary").asText())
                .isEqualTo("Severity 3 of 4: personal attack on cm-07");
        assertThat(sent().path("details").asText())
                .contains("What: `threat`", "[Acknowledge](" + Pages.ACKNOWLEDGE + ")");
    }

    @Test
    void whatIsOverIsClosedUnderTheSameKey() {
        // When
        notifier(sender(Map.of()))
                .send(
                        Deliveries.of(
                                "dlv_2",
                                1,
                                url(),
                                new StateChange(Pages.page(), true, "sms:ct-3"),
                                null,
                                "inc-1-run-2"))
                .await()
                .atMost(PATIENCE);
        // Then
        assertThat(sent().path("action").asText()).isEqualTo("close");
        assertThat(sent().path("dedup").asText()).isEqualTo("inc-1-run-2");
        assertThat(sent().path("summary").asText())
                .isEqualTo("Resolved: severity 3, personal attack on cm-07");
        assertThat(sent().path("details").asText()).contains("Resolved by: `ct-3 (sms)`");
    }

    @Test
    void aPageClosesNothingAndAnAcknowledgementIsGivenThereOnly() {
        send();
        assertThat(sent().has("action")).isFalse();
        assertThat(send(sender(Map.of()), 1, new StateChange(Pages.page(), false, "ct-3")))
                .isEqualTo(Results.refused(FailureKind.CLIENT_ERROR));
        receiver.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void aNoticeIsNoAlert() {
        assertThat(send(sender(Map.of()), 1, new TargetNotice("inc-1", "Dana")))
                .isEqualTo(Results.refused(FailureKind.CLIENT_ERROR));
        receiver.verify(0, postRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://goalert.example.org/api/v2/generic/incoming?token=2f3c"})
    void anAddressIsFine(String address) {
        assertThat(notifier(sender(Map.of())).refusal(address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://goalert.example.org/api/v2/generic/incoming,token=",
        "https://goalert.example.org/alerts?token=2f3c,integration key",
        "http://goalert.internal/x,token="
    })
    void anAddressIsRefusedWithTheFix(String address, String fix) {
        assertThat(notifier(sender(Map.of())).refusal(address).orElseThrow())
                .contains(fix)
                .doesNotContain(address);
    }
}
