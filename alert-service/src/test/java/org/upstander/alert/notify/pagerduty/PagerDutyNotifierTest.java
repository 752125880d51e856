package org.upstander.alert.notify.pagerduty;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.alert.Deliveries;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.Message;
import org.upstander.alert.config.PagerDutyConfig;
import org.upstander.alert.notify.Results;
import org.upstander.alert.notify.TwoWayMessages;
import org.upstander.alert.notify.http.HttpTestBase;

class PagerDutyNotifierTest extends HttpTestBase {

    private static final String KEY = "R0ut1ngKeyR0ut1ngKeyR0ut1ngKey00";

    private PagerDutyNotifier notifier;

    @BeforeEach
    void prepare() {
        notifier =
                new PagerDutyNotifier(
                        TwoWayMessages.settings(
                                PagerDutyConfig.class,
                                Map.of(
                                        "upstander.pagerduty.url",
                                        "http://events.example.org:" + receiver.port(),
                                        "upstander.pagerduty.eu-url",
                                        "http://eu.example.org:" + receiver.port() + "/eu/")),
                        sender(Map.of()));
    }

    private DeliveryResult send(String address, Message message) {
        return notifier.send(Deliveries.of("dl_1", 1, address, message)).await().atMost(PATIENCE);
    }

    private static void recorded(int status, String body) {
        receiver.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withBody(body)));
    }

    private static JsonNode sent() throws Exception {
        return JSON.readTree(onlyRequest().getBodyAsString());
    }

    @Test
    void whatSomebodyElseMayHaveSentIsNotSent() {
        assertNotSentAfterItsLease(notifier, Deliveries.of("dl_1", 1, KEY, TwoWayMessages.page(3)));
    }

    @Test
    void aPageTriggersUnderTheIncidentsId() throws Exception {
        // Given
        recorded(
                202,
                "{\"status\":\"success\",\"message\":\"Event processed\",\"dedup_key\":\"x\"}");

        // When
        DeliveryResult result = send(KEY, TwoWayMessages.page(3));

        // Then
        assertThat(result).isInstanceOf(DeliveryResult.Delivered.class);
        assertThat(onlyRequest().getUrl()).isEqualTo("/v2/enqueue");
        JsonNode event = sent();
        assertThat(event.path("routing_key").asText()).isEqualTo(KEY);
        assertThat(event.path("event_action").asText()).isEqualTo("trigger");
        assertThat(event.path("dedup_key").asText()).isEqualTo(TwoWayMessages.INCIDENT);
        assertThat(event.path("payload").path("severity").asText()).isEqualTo("error");
        assertThat(event.path("payload").path("source").asText()).isEqualTo("forum");
        assertThat(event.path("payload").path("summary").asText())
                .contains("cm-07", "posts 6", "authors 4")
                .doesNotContain("Dana");
        assertThat(event.path("client_url").asText()).endsWith("/v1/incidents/in-1");
    }

    @ParameterizedTest
    @CsvSource({"1,info", "2,warning", "3,error", "4,critical"})
    void severitiesAreThoseOfPagerDuty(int ours, String theirs) throws Exception {
        send(KEY, TwoWayMessages.page(ours));
        assertThat(sent().path("payload").path("severity").asText()).isEqualTo(theirs);
    }

    @ParameterizedTest
    @CsvSource({"false,acknowledge", "true,resolve"})
    void whatBecameOfItIsToldUnderTheSameKey(boolean resolved, String action) throws Exception {
        send(KEY, new Message.StateChange(TwoWayMessages.page(3), resolved, "ct-3"));
        assertThat(sent())
                .isEqualTo(
                        JSON.createObjectNode()
                                .put("routing_key", KEY)
                                .put("event_action", action)
                                .put("dedup_key", TwoWayMessages.INCIDENT));
    }

    @Test
    void aLaterRunIsAnAlertOfItsOwn() throws Exception {
        String key = TwoWayMessages.INCIDENT + "-run-2";
        notifier.send(Deliveries.of("dl_1", 1, KEY, TwoWayMessages.page(3), null, key))
                .await()
                .atMost(PATIENCE);
        assertThat(sent().path("dedup_key").asText()).isEqualTo(key);
    }

    @Test
    void theEuIsAnotherPlace() {
        send("eu:" + KEY, TwoWayMessages.page(2));
        assertThat(onlyRequest().getHost()).isEqualTo("eu.example.org");
        assertThat(onlyRequest().getBodyAsString()).contains("\"" + KEY + "\"");
    }

    @Test
    void anInvalidEventIsFinalAndTooManyComeAgain() {
        recorded(400, "{\"status\":\"invalid event\",\"message\":\"m\",\"errors\":[\"e\"]}");
        assertThat(send(KEY, TwoWayMessages.page(2)))
                .isEqualTo(Results.refused(FailureKind.CLIENT_ERROR));
        receiver.stubFor(
                any(anyUrl())
                        .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "7")));
        assertThat(send(KEY, TwoWayMessages.page(2)))
                .isEqualTo(
                        Results.again(
                                FailureKind.RATE_LIMITED, Optional.of(Duration.ofSeconds(7))));
        recorded(503, "");
        assertThat(send(KEY, TwoWayMessages.page(2)))
                .isEqualTo(Results.again(FailureKind.SERVER_ERROR));
    }

    @Test
    void aBrokenConnectionComesAgain() {
        receiver.stubFor(
                any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
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
                        "i".repeat(5000), "\n\u202e".repeat(10) + "s".repeat(99_999), 9, 1, 1));
        assertThat(sent().path("dedup_key").asText()).hasSize(255);
        assertThat(sent().path("payload").path("summary").asText().length()).isLessThan(1025);
        assertThat(onlyRequest().getBodyAsString().length()).isLessThan(512_000);
        assertThat(sent().path("payload").path("summary").asText()).doesNotContain("\n", "\u202e");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "us:" + KEY, KEY + "0", "R0ut1ngKeyR0ut1ngKeyR0ut1ngKey0-"})
    void whatIsNoRoutingKeyIsSaidAndNotUsed(String address) {
        assertThat(notifier.refusal(address)).get().asString().contains("32 letters");
        assertThat(send(address, TwoWayMessages.page(2)))
                .isEqualTo(Results.refused(FailureKind.CLIENT_ERROR));
    }

    @Test
    void bothFormsOfAnAddressAreFine() {
        assertThat(notifier.refusal(KEY)).isEmpty();
        assertThat(notifier.refusal("eu:" + KEY)).isEmpty();
    }
}
