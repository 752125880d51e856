package org.upstander.alert.notify.teams;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
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

/** A Power Automate workflow: 202 and nothing else. */
class TeamsNotifierTest extends ChannelTestBase {

    @Override
    protected Notifier notifier(HttpSender sender) {
        return new TeamsNotifier(sender);
    }

    @Override
    protected String path() {
        return "/powerautomate/automations/direct/workflows/0a1b/triggers/manual/paths/invoke?api-version=1&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=s3cr3t";
    }

    @Override
    protected ResponseDefinitionBuilder taken() {
        return aResponse().withStatus(202);
    }

    @Override
    protected DeliveryResult receipt() {
        return Results.delivered("HTTP 202");
    }

    @Test
    void theSignedQueryIsKeptAsItIs() {
        send();
        receiver.verify(1, postRequestedFor(urlEqualTo(path())));
    }

    @Test
    void tooLargeIsFinal() {
        answers(aResponse().withStatus(413));
        assertThat(send()).isEqualTo(Results.refused(FailureKind.CLIENT_ERROR));
    }

    @Test
    void theCardIsOneThatTeamsTakes() {
        // When
        send();
        // Then
        JsonNode attachment = sent().path("attachments").get(0);
        assertThat(sent().path("type").asText()).isEqualTo("message");
        assertThat(attachment.path("contentType").asText())
                .isEqualTo("application/vnd.microsoft.card.adaptive");
        JsonNode card = attachment.path("content");
        assertThat(card.path("type").asText()).isEqualTo("AdaptiveCard");
        assertThat(card.path("version").asText()).isEqualTo("1.2");
        JsonNode first = card.path("actions").get(0);
        assertThat(first.path("type").asText()).isEqualTo("Action.OpenUrl");
        assertThat(first.path("url").asText()).isEqualTo(Pages.ACKNOWLEDGE);
        JsonNode title = card.path("body").get(0);
        assertThat(title.path("id").asText()).isEqualTo("dlv_1");
        assertThat(title.path("inlines").get(0).path("color").asText()).isEqualTo("Attention");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://x.environment.api.powerplatform.com:443/powerautomate/automations/direct/workflows/0a/triggers/manual/paths/invoke?sig=s",
                "https://prod-1.westeurope.logic.azure.com:443/workflows/0a/triggers/manual/paths/invoke?sig=s"
            })
    void anAddressIsFine(String address) {
        assertThat(notifier(sender(Map.of())).refusal(address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.webhook.office.com/webhookb2/x/IncomingWebhook/y/z,switched off",
        "https://example.org/s3cr3t,workflow"
    })
    void anAddressIsRefusedWithTheFix(String address, String fix) {
        assertThat(notifier(sender(Map.of())).refusal(address).orElseThrow())
                .contains(fix)
                .doesNotContain(address);
    }
}
