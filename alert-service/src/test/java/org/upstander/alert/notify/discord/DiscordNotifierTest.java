package org.upstander.alert.notify.discord;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.alert.Deliveries;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.Message.StateChange;
import org.upstander.alert.application.Notifier;
import org.upstander.alert.notify.Pages;
import org.upstander.alert.notify.Results;
import org.upstander.alert.notify.http.ChannelTestBase;
import org.upstander.alert.notify.http.HttpSender;

/** Discord's webhook, with the answers of its API. */
class DiscordNotifierTest extends ChannelTestBase {

    @Override
    protected Notifier notifier(HttpSender sender) {
        return new DiscordNotifier(sender);
    }

    @Override
    protected String path() {
        return "/api/webhooks/123456789012345678/token-of-the_webhook";
    }

    @Override
    protected ResponseDefinitionBuilder taken() {
        return okJson("{\"id\":\"1311111111111111111\",\"type\":0,\"content\":\"\"}");
    }

    @Override
    protected DeliveryResult receipt() {
        return Results.delivered("message 1311111111111111111");
    }

    @Test
    void itWaitsForTheMessageAndKeepsTheThread() {
        // When
        answers(taken());
        send();
        notifier(sender(Map.of()))
                .send(Deliveries.of("dlv_2", 1, url() + "?thread_id=7", Pages.page()))
                .await()
                .atMost(PATIENCE);
        // Then
        receiver.verify(1, postRequestedFor(urlEqualTo(path() + "?wait=true")));
        receiver.verify(1, postRequestedFor(urlEqualTo(path() + "?thread_id=7&wait=true")));
    }

    @Test
    void theWaitOfTheBodyIsFinerThanTheHeader() {
        answers(
                aResponse()
                        .withStatus(429)
                        .withHeader("Retry-After", "2")
                        .withBody(
                                "{\"message\":\"You are being rate limited.\",\"retry_after\":1.337,\"global\":false}"));
        assertThat(send())
                .isEqualTo(
                        Results.again(
                                FailureKind.RATE_LIMITED, Optional.of(Duration.ofMillis(1_337))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"retry_after\":-1}", "{\"retry_after\":\"soon\"}", "[]", "<html>", ""})
    void aWaitThatCannotBeReadIsThatOfTheHeader(String body) {
        answers(aResponse().withStatus(429).withHeader("Retry-After", "2").withBody(body));
        assertThat(send())
                .isEqualTo(
                        Results.again(
                                FailureKind.RATE_LIMITED, Optional.of(Duration.ofSeconds(2))));
    }

    @Test
    void aWeekIsCutToTheLongestWait() {
        answers(aResponse().withStatus(429).withBody("{\"retry_after\":604800.0}"));
        assertThat(send())
                .isEqualTo(
                        Results.again(
                                FailureKind.RATE_LIMITED, Optional.of(Duration.ofMinutes(5))));
    }

    @Test
    void aDeletedWebhookIsGone() {
        answers(
                aResponse()
                        .withStatus(404)
                        .withBody("{\"message\":\"Unknown Webhook\",\"code\":10015}"));
        assertThat(send()).isEqualTo(Results.refused(FailureKind.GONE));
    }

    @Test
    void nobodyIsMentionedAndTheLinksAreOurs() {
        // When
        send();
        // Then
        assertThat(sent().path("allowed_mentions").toString()).isEqualTo("{\"parse\":[]}");
        JsonNode embed = sent().path("embeds").get(0);
        assertThat(embed.path("description").asText())
                .isEqualTo(
                        "[Acknowledge](%s) · [Open incident](%s)"
                                .formatted(Pages.ACKNOWLEDGE, Pages.INCIDENT));
        assertThat(embed.path("footer").path("text").asText()).isEqualTo("dlv_1");
    }

    private DeliveryResult became(boolean resolved, String address, String message) {
        return notifier(sender(Map.of()))
                .send(
                        Deliveries.of(
                                "dlv_3",
                                1,
                                address,
                                new StateChange(Pages.page(), resolved, "link:ct-3"),
                                null,
                                message))
                .await()
                .atMost(PATIENCE);
    }

    @ParameterizedTest
    @CsvSource({"false,Acknowledged", "true,Resolved"})
    void whoHasItIsShownInTheMessageItself(boolean resolved, String became) throws Exception {
        // Given
        answers(taken());
        // When
        DeliveryResult result = became(resolved, url(), "1311111111111111111");
        // Then
        assertThat(result).isEqualTo(receipt());
        receiver.verify(0, postRequestedFor(anyUrl()));
        List<LoggedRequest> patches =
                receiver.findAll(
                        patchRequestedFor(urlEqualTo(path() + "/messages/1311111111111111111")));
        assertThat(patches).hasSize(1);
        JsonNode body = JSON.readTree(patches.get(0).getBodyAsString());
        assertThat(body.path("allowed_mentions").toString()).isEqualTo("{\"parse\":[]}");
        JsonNode embed = body.path("embeds").get(0);
        assertThat(embed.path("title").asText())
                .isEqualTo(became + ": severity 3, personal attack on cm-07");
        assertThat(embed.path("fields").get(0).path("name").asText()).isEqualTo(became + " by");
        assertThat(embed.path("fields").get(0).path("value").asText()).isEqualTo("`ct-3 (link)`");
        assertThat(embed.path("description").asText())
                .isEqualTo("[Open incident](" + Pages.INCIDENT + ")");
    }

    @Test
    void aMessageInAThreadIsFoundThere() {
        became(true, url() + "?thread_id=7", "42");
        receiver.verify(1, patchRequestedFor(urlEqualTo(path() + "/messages/42?thread_id=7")));
    }

    @Test
    void whatWasDeletedNeedsNoChange() {
        answers(
                aResponse()
                        .withStatus(404)
                        .withBody("{\"message\":\"Unknown Message\",\"code\":10008}"));
        assertThat(became(true, url(), "42")).isInstanceOf(DeliveryResult.Delivered.class);
    }

    @Test
    void whatIsNoMessageIsNotChanged() {
        assertThat(became(true, url(), "../1"))
                .isEqualTo(Results.refused(FailureKind.CLIENT_ERROR));
        receiver.verify(0, patchRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://discord.com/api/webhooks/123/tok-en_x",
                "https://discord.com/api/v10/webhooks/123/tok-en_x?thread_id=7"
            })
    void anAddressIsFine(String address) {
        assertThat(notifier(sender(Map.of())).refusal(address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"https://discord.com/channels/1/2,/api/webhooks/"})
    void anAddressIsRefusedWithTheFix(String address, String fix) {
        assertThat(notifier(sender(Map.of())).refusal(address).orElseThrow())
                .contains(fix)
                .doesNotContain(address);
    }
}
