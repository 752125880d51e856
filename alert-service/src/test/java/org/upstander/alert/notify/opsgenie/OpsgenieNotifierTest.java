package org.upstander.alert.notify.opsgenie;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.http.Fault;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.alert.Deliveries;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.Message;
import org.upstander.alert.config.OpsgenieConfig;
import org.upstander.alert.notify.Results;
import org.upstander.alert.notify.TwoWayMessages;
import org.upstander.alert.notify.http.HttpTestBase;

class OpsgenieNotifierTest extends HttpTestBase {

    private static final String KEY = "0d9a8b7c-1111-2222-3333-444455556666";

    private OpsgenieNotifier notifier;

    @BeforeEach
    void prepare() {
        String port = ":" + receiver.port();
        notifier =
                new OpsgenieNotifier(
                        TwoWayMessages.settings(
                                OpsgenieConfig.class,
                                Map.of(
                                        "upstander.opsgenie.url", "http://api.example.org" + port,
                                        "upstander.opsgenie.eu-url", "http://eu.example.org" + port,
                                        "upstander.opsgenie.jsm-url",
                                                "http://jsm.example.org" + port + "/jsm/ops/")),
                        sender(Map.of()));
        receiver.stubFor(
                any(anyUrl())
                        .willReturn(
                                aResponse()
                                        .withStatus(202)
                                        .withBody(
                                                "{\"result\":\"Request will be processed\",\"took\":0.3,\"requestId\":\"r\"}")));
    }

    private DeliveryResult send(String address, Message message) {
        return notifier.send(Deliveries.of("dl_1", 1, address, message)).await().atMost(PATIENCE);
    }

    @Test
    void whatSomebodyElseMayHaveSentIsNotSent() {
        assertNotSentAfterItsLease(notifier, Deliveries.of("dl_1", 1, KEY, TwoWayMessages.page(4)));
    }

    @Test
    void aPageCreatesAnAlertUnderTheIncidentsId() throws Exception {
        // When
        DeliveryResult result = send(KEY, TwoWayMessages.page(4));

        // Then
        assertThat(result).isInstanceOf(DeliveryResult.Delivered.class);
        assertThat(onlyRequest().getUrl()).isEqualTo("/v2/alerts");
        assertThat(onlyRequest().getHeader("Authorization")).isEqualTo("GenieKey " + KEY);
        JsonNode alert = JSON.readTree(onlyRequest().getBodyAsString());
        assertThat(alert.path("alias").asText()).isEqualTo(TwoWayMessages.INCIDENT);
        assertThat(alert.path("priority").asText()).isEqualTo("P1");
        assertThat(alert.path("message").asText()).contains("cm-07").doesNotContain("Dana");
        assertThat(alert.path("entity").asText()).isEqualTo("cm-07");
        assertThat(alert.path("tags").toString()).isEqualTo("[\"insult\",\"threat\"]");
    }

    @ParameterizedTest
    @CsvSource({"false,acknowledge", "true,close"})
    void whatBecameOfItIsToldByAlias(boolean resolved, String action) throws Exception {
        send(KEY, new Message.StateChange(TwoWayMessages.page(3), resolved, "sms:ct-3"));
        assertThat(onlyRequest().getUrl())
                .isEqualTo(
                        "/v2/alerts/%s/%s?identifierType=alias"
                                .formatted(TwoWayMessages.INCIDENT, action));
        JsonNode body = JSON.readTree(onlyRequest().getBodyAsString());
        assertThat(body.path("user").asText()).isEqualTo("Upstander");
        assertThat(body.path("note").asText()).isEqualTo("By sms:ct-3");
    }

    @Test
    void aLaterRunHasAnAliasOfItsOwn() throws Exception {
        // Given
        String key = TwoWayMessages.INCIDENT + "-run-2";
        Message page = TwoWayMessages.page(3);

        // When
        sendAs(key, page);
        sendAs(key, new Message.StateChange((Message.IncidentPage) page, true, "ct-3"));

        // Then
        assertThat(receiver.findAll(postRequestedFor(urlEqualTo("/v2/alerts"))))
                .singleElement()
                .satisfies(
                        created ->
                                assertThat(
                                                JSON.readTree(created.getBodyAsString())
                                                        .path("alias")
                                                        .asText())
                                        .isEqualTo(key));
        receiver.verify(
                1,
                postRequestedFor(urlEqualTo("/v2/alerts/" + key + "/close?identifierType=alias")));
    }

    private void sendAs(String key, Message message) {
        notifier.send(Deliveries.of("dl_1", 1, KEY, message, null, key)).await().atMost(PATIENCE);
    }

    @ParameterizedTest
    @CsvSource({
        "'',api.example.org,/v2/alerts",
        "eu:,eu.example.org,/v2/alerts",
        "jsm:,jsm.example.org,/jsm/ops/v2/alerts"
    })
    void eachHomeHasItsOwnPlace(String prefix, String host, String path) {
        send(prefix + KEY, TwoWayMessages.page(2));
        assertThat(onlyRequest().getHost()).isEqualTo(host);
        assertThat(onlyRequest().getUrl()).isEqualTo(path);
    }

    @Test
    void failuresAreSorted() {
        answer(422);
        assertThat(send(KEY, TwoWayMessages.page(2)))
                .isEqualTo(Results.refused(FailureKind.CLIENT_ERROR));
        answer(401);
        assertThat(send(KEY, TwoWayMessages.page(2)))
                .isEqualTo(Results.refused(FailureKind.AUTHENTICATION));
        answer(429);
        assertThat(send(KEY, TwoWayMessages.page(2)))
                .isEqualTo(Results.again(FailureKind.RATE_LIMITED));
        receiver.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        assertThat(send(KEY, TwoWayMessages.page(2)))
                .isEqualTo(Results.again(FailureKind.UNREACHABLE));
    }

    @Test
    void theAttackedGetNoAlert() {
        assertThat(send(KEY, new Message.TargetNotice("in-1", "Dana")))
                .isEqualTo(Results.refused(FailureKind.CLIENT_ERROR));
        receiver.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void whateverComesInStaysWithinTheLimits() throws Exception {
        send(
                KEY,
                TwoWayMessages.page(
                        "a/b".repeat(500), "s".repeat(9_999), 9, 2_000_000_000, 2_000_000_000));
        JsonNode alert = JSON.readTree(onlyRequest().getBodyAsString());
        assertThat(alert.path("message").asText().length()).isLessThan(131);
        assertThat(alert.path("alias").asText()).matches("[0-9a-f]{64}");
        assertThat(alert.path("description").asText().length()).isLessThan(15_001);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "short", "us:" + KEY, KEY + " ", "0d9a8b7c-1111-2222-3333_444455556666"})
    void whatIsNoKeyIsSaidAndNotUsed(String address) {
        assertThat(notifier.refusal(address)).get().asString().contains("API key");
        assertThat(send(address, TwoWayMessages.page(2)))
                .isEqualTo(Results.refused(FailureKind.CLIENT_ERROR));
    }
}
