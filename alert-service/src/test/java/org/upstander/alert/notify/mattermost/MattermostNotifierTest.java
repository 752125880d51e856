package org.upstander.alert.notify.mattermost;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.Notifier;
import org.upstander.alert.notify.Pages;
import org.upstander.alert.notify.Results;
import org.upstander.alert.notify.http.ChannelTestBase;
import org.upstander.alert.notify.http.HttpSender;

/** Mattermost's incoming webhook. */
class MattermostNotifierTest extends ChannelTestBase {

    @Override
    protected Notifier notifier(HttpSender sender) {
        return new MattermostNotifier(sender);
    }

    @Override
    protected String path() {
        return "/hooks/u2x8rkfugj8zbqby9pw3huqnyc";
    }

    @Override
    protected ResponseDefinitionBuilder taken() {
        return aResponse().withHeader("Content-Type", "text/plain").withBody("ok");
    }

    @Override
    protected DeliveryResult receipt() {
        return Results.delivered("HTTP 200");
    }

    @Test
    void anUnknownWebhookIsFinal() {
        answers(
                aResponse()
                        .withStatus(400)
                        .withBody(
                                "{\"id\":\"web.incoming_webhook.invalid.app_error\",\"message\":\"Invalid webhook.\",\"status_code\":400}"));
        assertThat(send()).isEqualTo(Results.refused(FailureKind.CLIENT_ERROR));
    }

    @Test
    void mentionsAreOffAndTheLinksAreOurs() {
        // When
        send();
        // Then
        assertThat(sent().path("props").path("mentionHighlightDisabled").asBoolean()).isTrue();
        JsonNode attachment = sent().path("attachments").get(0);
        assertThat(attachment.path("fallback").asText())
                .isEqualTo("Severity 3 of 4: personal attack on cm-07");
        assertThat(attachment.path("text").asText())
                .isEqualTo(
                        "[Acknowledge](%s) | [Open incident](%s)"
                                .formatted(Pages.ACKNOWLEDGE, Pages.INCIDENT));
        assertThat(attachment.path("footer").asText()).isEqualTo("dlv_1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://chat.example.org/hooks/u2x8rkfugj8zbqby9pw3huqnyc",
                "https://example.org/chat/hooks/u2x8"
            })
    void anAddressIsFine(String address) {
        assertThat(notifier(sender(Map.of())).refusal(address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"https://chat.example.org/api/v4/posts,/hooks/"})
    void anAddressIsRefusedWithTheFix(String address, String fix) {
        assertThat(notifier(sender(Map.of())).refusal(address).orElseThrow())
                .contains(fix)
                .doesNotContain(address);
    }
}
