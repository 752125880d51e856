package org.upstander.alert.notify.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.Message;
import org.upstander.alert.application.Message.IncidentPage;

/** The real notifier, and a receiver at the address that each name has here. */
abstract class WebhookTestBase {

    static final Duration PATIENCE = Duration.ofSeconds(10);
    static final ObjectMapper JSON = new ObjectMapper();
    static final NameService LOOPBACK =
            host -> Uni.createFrom().item(List.of(InetAddress.getLoopbackAddress()));

    static Vertx vertx;
    static WireMockServer receiver;

    WebhookNotifier notifier;

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

    DeliveryResult send(Delivery delivery) {
        return notifier.send(delivery).await().atMost(PATIENCE);
    }

    static WebhookNotifier notifier(Map<String, String> values) {
        return notifier(values, LOOPBACK);
    }

    static WebhookNotifier notifier(Map<String, String> values, NameService names) {
        Map<String, String> all = new HashMap<>();
        all.put("upstander.webhook.secret", WebhookSettings.SECRET);
        all.put("upstander.webhook.allowed-networks", "127.0.0.0/8");
        all.putAll(values);
        var config = WebhookSettings.of(all);
        PinnedHttp http = new PinnedHttp(vertx, new HttpClientOptions(), config);
        return new WebhookNotifier(config, names, http, JSON, Clock.systemUTC());
    }

    static void answer(int status) {
        receiver.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status)));
    }

    static LoggedRequest onlyRequest() {
        List<LoggedRequest> requests = receiver.findAll(postRequestedFor(anyUrl()));
        assertThat(requests).hasSize(1);
        return requests.get(0);
    }

    static String url() {
        return "http://hooks.example.org:" + receiver.port() + "/hook";
    }

    static Delivery page(String id, int attempt) {
        return new Delivery(id, attempt, url(), page());
    }

    static Message page() {
        return page("inc-1", List.of("insult"), "first step of the policy");
    }

    static Message page(String incidentId, List<String> items, String reason) {
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
