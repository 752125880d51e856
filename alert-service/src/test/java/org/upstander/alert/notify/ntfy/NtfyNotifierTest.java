package org.upstander.alert.notify.ntfy;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.alert.Deliveries;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.Notifier;
import org.upstander.alert.notify.Pages;
import org.upstander.alert.notify.Results;
import org.upstander.alert.notify.http.ChannelTestBase;
import org.upstander.alert.notify.http.HttpSender;

/** ntfy, published as JSON to the server's root. */
class NtfyNotifierTest extends ChannelTestBase {

    @Override
    protected Notifier notifier(HttpSender sender) {
        return new NtfyNotifier(sender);
    }

    @Override
    protected String path() {
        return "/ntfy/oncall-x?token=tk_AgQdq7mVBoFD37zQVN29RhuMzNIz2";
    }

    @Override
    protected ResponseDefinitionBuilder taken() {
        return okJson(
                "{\"id\":\"sPs71M8A2T1v\",\"time\":1764000000,\"expires\":1764043200,\"event\":\"message\",\"topic\":\"oncall-x\"}");
    }

    @Override
    protected DeliveryResult receipt() {
        return Results.delivered("message sPs71M8A2T1v");
    }

    @Test
    void theTokenTravelsInAHeaderAndTheTopicInTheBody() {
        // When
        send();
        // Then
        assertThat(onlyRequest().getUrl()).isEqualTo("/ntfy/");
        assertThat(onlyRequest().getHeader("authorization"))
                .isEqualTo("Bearer tk_AgQdq7mVBoFD37zQVN29RhuMzNIz2");
        assertThat(sent().path("topic").asText()).isEqualTo("oncall-x");
    }

    @Test
    void aPageRingsAndItsFirstActionAcknowledges() {
        // When
        send();
        // Then
        assertThat(sent().path("sequence_id").asText()).isEqualTo("dlv_1");
        assertThat(sent().path("priority").asInt()).isEqualTo(5);
        assertThat(sent().path("click").asText()).isEqualTo(Pages.ACKNOWLEDGE);
        JsonNode first = sent().path("actions").get(0);
        assertThat(first.path("action").asText()).isEqualTo("view");
        assertThat(first.path("label").asText()).isEqualTo("Acknowledge");
        assertThat(first.path("url").asText()).isEqualTo(Pages.ACKNOWLEDGE);
    }

    @Test
    void aTopicWithoutRightIsFinal() {
        answers(
                aResponse()
                        .withStatus(403)
                        .withBody("{\"code\":40301,\"http\":403,\"error\":\"forbidden\"}"));
        assertThat(send()).isEqualTo(Results.refused(FailureKind.AUTHENTICATION));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://ntfy.example.org", "https://ntfy.example.org/", "topic", ""})
    void whatIsNoTopicIsNotAsked(String address) {
        DeliveryResult result =
                notifier(sender(Map.of()))
                        .send(Deliveries.of("dlv_1", 1, address, Pages.page()))
                        .await()
                        .atMost(PATIENCE);
        assertThat(result).isEqualTo(Results.refused(FailureKind.CLIENT_ERROR));
        receiver.verify(0, postRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ntfy.example.org/oncall-x",
                "https://ntfy.sh/oncall-x?token=tk_AgQdq7mVBoFD37zQVN29RhuMzNIz2",
                "http://ntfy.internal/oncall"
            })
    void anAddressIsFine(String address) {
        assertThat(notifier(sender(Map.of())).refusal(address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://ntfy.sh/oncall-x,access token",
        "https://NTFY.SH/oncall-x,access token",
        "http://ntfy.sh/oncall-x,access token",
        "https://ntfy.example.org/,topic",
        "https://ntfy.example.org,topic",
        "https://ntfy.example.org/oncall?auth=x,topic"
    })
    void anAddressIsRefusedWithTheFix(String address, String fix) {
        assertThat(notifier(sender(Map.of())).refusal(address).orElseThrow())
                .contains(fix)
                .doesNotContain(address);
    }
}
