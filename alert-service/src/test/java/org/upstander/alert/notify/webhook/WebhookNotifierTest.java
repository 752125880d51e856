package org.upstander.alert.notify.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.standardwebhooks.Webhook;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.Message;
import org.upstander.alert.application.Message.IncidentPage;
import org.upstander.alert.application.Message.TargetNotice;
import org.upstander.alert.notify.Results;

class WebhookNotifierTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String NEXT = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final NameService LOOPBACK =
            host -> Uni.createFrom().item(List.of(InetAddress.getLoopbackAddress()));

    private static Vertx vertx;
    private static WireMockServer receiver;

    private WebhookNotifier notifier;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        receiver = new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());
        receiver.start();
    }

    @AfterAll
    static void stop() {
        receiver.stop();
        vertx.close();
    }

    @BeforeEach
    void prepare() {
        receiver.resetAll();
        answer(204);
        notifier = notifier(Map.of());
    }

    @AfterEach
    void close() {
        notifier.close();
    }

    @Test
    void aPageArrivesSignedAndVerifiesWithTheLibrary() {
        // When
        DeliveryResult result = send(page("dlv_1", 1));
        // Then
        assertThat(result).isEqualTo(Results.delivered("HTTP 204"));
        LoggedRequest request = onlyRequest();
        assertThat(request.getHeader("webhook-id")).isEqualTo("dlv_1");
        assertThat(request.getHeader("content-type")).isEqualTo("application/json");
        assertThat(request.getHeader("host")).isEqualTo("hooks.example.org:" + receiver.port());
        assertThatCode(() -> verify(WebhookSettings.SECRET, request)).doesNotThrowAnyException();
    }

    @Test
    void duringAChangeOfTheSecretBothVerify() {
        // Given
        notifier = notifier(Map.of("upstander.webhook.next-secret", NEXT));
        // When
        send(page("dlv_1", 1));
        // Then
        LoggedRequest request = onlyRequest();
        assertThatCode(() -> verify(WebhookSettings.SECRET, request)).doesNotThrowAnyException();
        assertThatCode(() -> verify(NEXT, request)).doesNotThrowAnyException();
    }

    @Test
    void thePayloadIsThin() throws Exception {
        // When
        send(page("dlv_1", 1));
        // Then
        JsonNode body = JSON.readTree(onlyRequest().getBodyAsString());
        assertThat(body.get("type").asText()).isEqualTo("incident.page");
        assertThat(Instant.parse(body.get("timestamp").asText())).isBefore(Instant.MAX);
        assertThat(names(body)).containsExactlyInAnyOrder("type", "timestamp", "data");
        assertThat(names(body.get("data")))
                .containsExactlyInAnyOrder(
                        "incidentId",
                        "staffId",
                        "severity",
                        "categories",
                        "sources",
                        "postCount",
                        "authorCount",
                        "openedAt",
                        "step",
                        "reason",
                        "incidentUrl",
                        "acknowledgeUrl");
        assertThat(body.toString()).doesNotContain("Dana");
    }

    @Test
    void thePayloadStaysSmallWhateverComesIn() {
        // Given
        String huge = "\u202Eevil\n".repeat(20_000);
        List<String> many = Collections.nCopies(500, huge);
        Message message = page(huge, many, huge);
        // When
        send(new Delivery("dlv_1", 1, url(), message));
        // Then
        LoggedRequest request = onlyRequest();
        assertThat(request.getBody().length).isLessThan(20_000);
        assertThat(request.getBodyAsString()).doesNotContain("\u202E");
    }

    @Test
    void aNoticeSaysNothingButTheIncident() throws Exception {
        // When
        send(new Delivery("dlv_1", 1, url(), new TargetNotice("inc-1", "Dana Okafor")));
        // Then
        JsonNode body = JSON.readTree(onlyRequest().getBodyAsString());
        assertThat(body.get("type").asText()).isEqualTo("staff.notice");
        assertThat(body.get("data").toString()).isEqualTo("{\"incidentId\":\"inc-1\"}");
    }

    @Test
    void aRetryKeepsItsIdAndHasItsOwnTime() {
        // Given
        answer(503);
        send(page("dlv_1", 1));
        answer(204);
        // When
        send(page("dlv_1", 2));
        // Then
        List<LoggedRequest> requests = receiver.findAll(postRequestedFor(anyUrl()));
        assertThat(requests).hasSize(2);
        assertThat(requests).allMatch(request -> "dlv_1".equals(request.getHeader("webhook-id")));
        assertThat(requests).allSatisfy(request -> verify(WebhookSettings.SECRET, request));
    }

    @Test
    void tooManyRequestsWaitsAsLongAsAsked() {
        receiver.stubFor(
                any(anyUrl())
                        .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "17")));
        assertThat(send(page("dlv_1", 1)))
                .isEqualTo(
                        Results.again(
                                FailureKind.RATE_LIMITED, Optional.of(Duration.ofSeconds(17))));
    }

    @Test
    void goneIsFinal() {
        answer(410);
        assertThat(send(page("dlv_1", 1))).isEqualTo(Results.refused(FailureKind.GONE));
    }

    @Test
    void aRedirectIsNotFollowed() {
        // Given
        receiver.stubFor(any(anyUrl()).willReturn(temporaryRedirect("/elsewhere")));
        // When
        DeliveryResult result = send(page("dlv_1", 1));
        // Then
        assertThat(result).isEqualTo(Results.refused(FailureKind.CLIENT_ERROR));
        receiver.verify(0, postRequestedFor(urlEqualTo("/elsewhere")));
        receiver.verify(0, getRequestedFor(urlEqualTo("/elsewhere")));
    }

    @Test
    void aSlowReceiverTimesOutAndTheNextIsServed() {
        // Given
        notifier = notifier(Map.of("upstander.webhook.timeout", "300ms"));
        receiver.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(3000)));
        // When
        DeliveryResult slow = send(page("dlv_1", 1));
        answer(204);
        DeliveryResult next = send(page("dlv_2", 1));
        // Then
        assertThat(slow).isEqualTo(Results.again(FailureKind.TIMEOUT));
        assertThat(next).isEqualTo(Results.delivered("HTTP 204"));
    }

    @Test
    void aBlackHoleDelaysNobodyElse() throws Exception {
        // Given
        notifier =
                notifier(
                        Map.of(
                                "upstander.webhook.timeout", "3s",
                                "upstander.webhook.connections-per-receiver", "2"));
        try (ServerSocket hole = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String swallowed = "http://hole.example.org:" + hole.getLocalPort() + "/";
            for (int i = 0; i < 50; i++) {
                notifier.send(new Delivery("hole_" + i, 1, swallowed, page()))
                        .subscribe()
                        .with(result -> {});
            }
            // When
            long before = System.nanoTime();
            DeliveryResult result = send(page("dlv_1", 1));
            // Then
            assertThat(result).isEqualTo(Results.delivered("HTTP 204"));
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void anEndlessAnswerIsCutOff() {
        // Given
        receiver.stubFor(any(anyUrl()).willReturn(aResponse().withBody("x".repeat(1 << 20))));
        // When
        DeliveryResult result = send(page("dlv_1", 1));
        DeliveryResult next = send(page("dlv_2", 1));
        // Then
        assertThat(result).isEqualTo(Results.delivered("HTTP 200"));
        assertThat(next).isEqualTo(Results.delivered("HTTP 200"));
    }

    @Test
    void aBrokenConnectionIsUnreachable() {
        receiver.stubFor(
                any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThat(send(page("dlv_1", 1))).isEqualTo(Results.again(FailureKind.UNREACHABLE));
    }

    @Test
    void nobodyListeningIsUnreachable() throws Exception {
        // Given
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        // When
        DeliveryResult result =
                send(new Delivery("d", 1, "http://hooks.example.org:" + closed + "/", page()));
        // Then
        assertThat(result).isEqualTo(Results.again(FailureKind.UNREACHABLE));
    }

    @Test
    void aNameNobodyKnowsIsUnreachable() {
        // Given
        NameService unknown =
                host -> Uni.createFrom().failure(new java.net.UnknownHostException(host));
        notifier = notifier(Map.of(), unknown);
        // When, Then
        assertThat(send(page("dlv_1", 1))).isEqualTo(Results.again(FailureKind.UNREACHABLE));
    }

    @Test
    void aDeadNameServerTimesOut() {
        notifier =
                notifier(
                        Map.of("upstander.webhook.timeout", "200ms"),
                        host -> Uni.createFrom().nothing());
        assertThat(send(page("dlv_1", 1))).isEqualTo(Results.again(FailureKind.TIMEOUT));
    }

    @Test
    void anAddressInsideIsBlockedAndNotAsked() {
        // Given
        notifier = notifier(Map.of("upstander.webhook.allowed-networks", "10.0.0.0/8"));
        // When
        DeliveryResult result = send(page("dlv_1", 1));
        // Then
        assertThat(result).isEqualTo(Results.refused(FailureKind.BLOCKED_ADDRESS));
        receiver.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void withoutASecretNothingIsSent() {
        // Given
        notifier = notifier(Map.of("upstander.webhook.secret", ""));
        // When
        DeliveryResult result = send(page("dlv_1", 1));
        // Then
        assertThat(result).isEqualTo(Results.refused(FailureKind.AUTHENTICATION));
        receiver.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void theQueryOfTheAddressIsKept() {
        send(new Delivery("d", 1, url() + "/a%20b?key=v", page()));
        receiver.verify(1, postRequestedFor(urlEqualTo("/hook/a%20b?key=v")));
        receiver.verify(
                1,
                postRequestedFor(anyUrl())
                        .withHeader("user-agent", equalTo("Upstander-Webhook/1")));
    }

    private DeliveryResult send(Delivery delivery) {
        return notifier.send(delivery).await().atMost(PATIENCE);
    }

    private static WebhookNotifier notifier(Map<String, String> values) {
        return notifier(values, LOOPBACK);
    }

    private static WebhookNotifier notifier(Map<String, String> values, NameService names) {
        Map<String, String> all = new HashMap<>();
        all.put("upstander.webhook.secret", WebhookSettings.SECRET);
        all.put("upstander.webhook.allowed-networks", "127.0.0.0/8");
        all.putAll(values);
        var config = WebhookSettings.of(all);
        PinnedHttp http = new PinnedHttp(vertx, new HttpClientOptions(), config);
        return new WebhookNotifier(config, names, http, JSON, Clock.systemUTC());
    }

    private static void answer(int status) {
        receiver.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status)));
    }

    private static LoggedRequest onlyRequest() {
        List<LoggedRequest> requests = receiver.findAll(postRequestedFor(anyUrl()));
        assertThat(requests).hasSize(1);
        return requests.get(0);
    }

    private static void verify(String secret, LoggedRequest request) throws Exception {
        Map<String, List<String>> headers = new HashMap<>();
        for (String name : List.of("webhook-id", "webhook-timestamp", "webhook-signature")) {
            headers.put(name, List.of(request.getHeader(name)));
        }
        new Webhook(secret).verify(request.getBodyAsString(), headers);
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new java.util.ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String url() {
        return "http://hooks.example.org:" + receiver.port() + "/hook";
    }

    private static Delivery page(String id, int attempt) {
        return new Delivery(id, attempt, url(), page());
    }

    private static Message page() {
        return page("inc-1", List.of("insult"), "first step of the policy");
    }

    private static Message page(String incidentId, List<String> items, String reason) {
        return new IncidentPage(
                incidentId,
                "cm-07",
                "Dana Okafor",
                2,
                items,
                items,
                3,
                1,
                Instant.parse("2026-11-24T12:00:00Z"),
                1,
                reason,
                URI.create("https://alerts.example.org/incidents/inc-1"),
                URI.create("https://alerts.example.org/a/token"),
                "en");
    }
}
