package org.upstander.alert.notify.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.alert.Deliveries;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.Message;
import org.upstander.alert.application.Notifier;
import org.upstander.alert.notify.Pages;
import org.upstander.alert.notify.Results;

/** What every channel over HTTP does when its receiver misbehaves. */
public abstract class ChannelTestBase extends HttpTestBase {

    protected abstract Notifier notifier(HttpSender sender);

    /** Path and query of an address. */
    protected abstract String path();

    /** What the receiver says when it took the message. */
    protected abstract ResponseDefinitionBuilder taken();

    protected abstract DeliveryResult receipt();

    @Test
    void aPageIsTaken() throws Exception {
        // Given
        answers(taken());
        // When
        DeliveryResult result = send();
        // Then
        assertThat(result).isEqualTo(receipt());
        assertThat(onlyRequest().getHeader("content-type")).isEqualTo("application/json");
        assertThat(onlyRequest().getBodyAsString()).contains(Pages.ACKNOWLEDGE, "cm-07");
    }

    @ParameterizedTest
    @CsvSource({"400,CLIENT_ERROR", "403,AUTHENTICATION", "404,CLIENT_ERROR", "410,GONE"})
    void aRefusalIsFinal(int status, FailureKind kind) {
        answers(aResponse().withStatus(status).withBody("no"));
        assertThat(send()).isEqualTo(Results.refused(kind));
    }

    @Test
    void tooManyRequestsWaitsAsLongAsAsked() {
        answers(aResponse().withStatus(429).withHeader("Retry-After", "17"));
        assertThat(send())
                .isEqualTo(
                        Results.again(
                                FailureKind.RATE_LIMITED, Optional.of(Duration.ofSeconds(17))));
    }

    @ParameterizedTest
    @CsvSource({"500", "502", "503"})
    void itsOwnErrorMayPass(int status) {
        answers(aResponse().withStatus(status).withBody("oops"));
        assertThat(send()).isEqualTo(Results.again(FailureKind.SERVER_ERROR));
    }

    @Test
    void aBrokenConnectionMayHeal() {
        answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThat(send()).isEqualTo(Results.again(FailureKind.UNREACHABLE));
    }

    @Test
    void silenceEndsAtTheDeadline() {
        answers(taken().withFixedDelay(3_000));
        HttpSender hasty = sender(Map.of("upstander.webhook.timeout", "300ms"));
        assertThat(send(hasty, 1)).isEqualTo(Results.again(FailureKind.TIMEOUT));
    }

    @Test
    void whatSomebodyElseMayHaveSentIsNotSent() {
        assertNotSentAfterItsLease(
                notifier(sender(Map.of())), Deliveries.of("dlv_1", 1, url(), Pages.page()));
    }

    @Test
    void anAnswerThatDripsIsStillAnAnswer() {
        answers(aResponse().withBody("x".repeat(100)).withChunkedDribbleDelay(100, 30_000));
        HttpSender hasty = sender(Map.of("upstander.webhook.timeout", "500ms"));
        assertThat(send(hasty, 1)).isEqualTo(Results.delivered("HTTP 200"));
    }

    @Test
    void aRedirectIsNotFollowed() {
        answers(temporaryRedirect("/elsewhere"));
        assertThat(send()).isEqualTo(Results.refused(FailureKind.CLIENT_ERROR));
        assertThat(onlyRequest().getUrl()).isNotEqualTo("/elsewhere");
    }

    @Test
    void anAddressInsideIsBlocked() {
        HttpSender strict = sender(Map.of("upstander.webhook.allowed-networks", "10.0.0.0/8"));
        assertThat(send(strict, 1)).isEqualTo(Results.refused(FailureKind.BLOCKED_ADDRESS));
        receiver.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void httpIsForPeersInside() {
        HttpSender strict = sender(Map.of("upstander.webhook.allowed-networks", ""));
        assertThat(notifier(sender(Map.of())).refusal(url())).isEmpty();
        assertThat(notifier(strict).refusal(url()).orElseThrow())
                .contains("UPSTANDER_ALLOW_PRIVATE_TARGETS");
    }

    @Test
    void aRetrySaysTheSameAgain() throws Exception {
        // Given
        answers(aResponse().withStatus(503));
        send(sender(Map.of()), 1);
        answers(taken());
        // When
        send(sender(Map.of()), 2);
        // Then
        List<LoggedRequest> requests = receiver.findAll(postRequestedFor(anyUrl()));
        assertThat(requests).hasSize(2);
        assertThat(identity(JSON.readTree(requests.get(0).getBodyAsString())))
                .isNotEmpty()
                .isEqualTo(identity(JSON.readTree(requests.get(1).getBodyAsString())));
    }

    /** What must be the same over all attempts: the whole body, unless the channel says less. */
    protected String identity(JsonNode body) {
        return body.toString();
    }

    protected static void answers(ResponseDefinitionBuilder response) {
        receiver.stubFor(any(anyUrl()).willReturn(response));
    }

    protected DeliveryResult send() {
        return send(sender(Map.of()), 1);
    }

    protected DeliveryResult send(HttpSender sender, int attempt) {
        return send(sender, attempt, Pages.page());
    }

    protected DeliveryResult send(HttpSender sender, int attempt, Message message) {
        return notifier(sender)
                .send(Deliveries.of("dlv_1", attempt, url(), message))
                .await()
                .atMost(PATIENCE);
    }

    protected String url() {
        return "http://receiver.example.org:" + receiver.port() + path();
    }

    protected JsonNode sent() {
        try {
            return JSON.readTree(onlyRequest().getBodyAsString());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
