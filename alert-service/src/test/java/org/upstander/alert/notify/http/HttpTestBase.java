package org.upstander.alert.notify.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.upstander.alert.Deliveries;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.Notifier;
import org.upstander.alert.notify.Results;
import org.upstander.outbound.NameService;

/** The real sender, and a receiver at the address that each name has here. */
public abstract class HttpTestBase {

    protected static final Duration PATIENCE = Duration.ofSeconds(10);
    protected static final ObjectMapper JSON = new ObjectMapper();
    protected static final NameService LOOPBACK =
            host -> Uni.createFrom().item(List.of(InetAddress.getLoopbackAddress()));

    protected static WireMockServer receiver;

    private static Vertx vertx;

    private final List<HttpSender> senders = new ArrayList<>();

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
    void forget() {
        receiver.resetAll();
        answer(204);
    }

    @AfterEach
    void close() {
        senders.forEach(HttpSender::close);
    }

    /** A sender that may reach the loopback addresses, with these settings of webhooks. */
    protected HttpSender sender(Map<String, String> values) {
        return sender(values, LOOPBACK);
    }

    protected HttpSender sender(Map<String, String> values, NameService names) {
        return sender(values, names, System::nanoTime);
    }

    protected HttpSender sender(
            Map<String, String> values, NameService names, LongSupplier nanoTime) {
        Map<String, String> all = new HashMap<>();
        all.put("upstander.webhook.allowed-networks", "127.0.0.0/8");
        all.putAll(values);
        HttpSender sender =
                new HttpSender(WebhookSettings.of(all), names, vertx, Clock.systemUTC(), nanoTime);
        senders.add(sender);
        return sender;
    }

    protected static void answer(int status) {
        receiver.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status)));
    }

    protected static LoggedRequest onlyRequest() {
        List<LoggedRequest> requests = receiver.findAll(postRequestedFor(anyUrl()));
        assertThat(requests).hasSize(1);
        return requests.get(0);
    }

    /** What another instance may have sent meanwhile. */
    protected static void assertNotSentAfterItsLease(Notifier notifier, Delivery delivery) {
        DeliveryResult result = notifier.send(Deliveries.late(delivery)).await().atMost(PATIENCE);
        assertThat(result).isEqualTo(Results.notSent());
        receiver.verify(0, anyRequestedFor(anyUrl()));
    }
}
