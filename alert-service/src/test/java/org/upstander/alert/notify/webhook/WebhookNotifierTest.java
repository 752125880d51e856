package org.upstander.alert.notify.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.upstander.alert.Deliveries;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.notify.Results;
import org.upstander.outbound.NameService;

/** What becomes of a request: by the address, and by what the receiver does. */
class WebhookNotifierTest extends WebhookTestBase {

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
    void whatSomebodyElseMayHaveSentIsNotSent() {
        assertNotSentAfterItsLease(notifier, page("dlv_1", 1));
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
                notifier.send(Deliveries.of("hole_" + i, 1, swallowed, page()))
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
                send(Deliveries.of("d", 1, "http://hooks.example.org:" + closed + "/", page()));
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
}
