package org.upstander.alert.notify.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.notify.Pages;
import org.upstander.alert.notify.Results;
import org.upstander.outbound.NameService;

/** What a channel may read of an answer, and what it may not make of it. */
class HttpSenderTest extends HttpTestBase {

    private static final AnswerReader RECEIPT =
            (answer, byStatus) -> Results.delivered(answer.body());

    @Test
    void aReaderSeesTheBody() {
        receiver.stubFor(any(anyUrl()).willReturn(aResponse().withBody("id-7")));
        assertThat(send(RECEIPT)).isEqualTo(Results.delivered("id-7"));
    }

    @Test
    void anEndlessBodyIsReadAsFarAsItMatters() {
        // Given
        receiver.stubFor(any(anyUrl()).willReturn(aResponse().withBody("x".repeat(1 << 20))));
        // When
        DeliveryResult result =
                send(
                        (answer, byStatus) ->
                                Results.delivered(Integer.toString(answer.body().length())));
        // Then
        assertThat(result).isEqualTo(Results.delivered("65536"));
    }

    @Test
    void aBodyThatDripsDoesNotUndoItsStatus() {
        // Given
        receiver.stubFor(
                any(anyUrl())
                        .willReturn(
                                aResponse()
                                        .withBody("x".repeat(100))
                                        .withChunkedDribbleDelay(100, 30_000)));
        long before = System.nanoTime();
        // When
        DeliveryResult result = send(AnswerReader.STATUS);
        // Then
        assertThat(result).isEqualTo(Results.delivered("HTTP 200"));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void theDeadlineEndsADripToo() {
        // Given
        receiver.stubFor(
                any(anyUrl())
                        .willReturn(
                                aResponse()
                                        .withBody("x".repeat(100))
                                        .withChunkedDribbleDelay(100, 30_000)));
        HttpSender hasty = sender(Map.of("upstander.webhook.timeout", "500ms"));
        // When, Then
        assertThat(send(hasty, AnswerReader.STATUS)).isEqualTo(Results.delivered("HTTP 200"));
    }

    @Test
    void whoStoodStillUntilTheTimeWasOverSendsNothing() {
        // Given: the time passes between the turn in the lane and the request, and no timer rings
        AtomicLong nanos = new AtomicLong();
        NameService slow =
                host -> {
                    nanos.addAndGet(Duration.ofMinutes(1).toNanos());
                    return LOOPBACK.resolve(host);
                };
        // When
        DeliveryResult result = send(sender(Map.of(), slow, nanos::get), AnswerReader.STATUS);
        // Then
        assertThat(result).isEqualTo(Results.notSent());
        receiver.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void whoStandsStillWhileTheConnectionOpensSendsNothing() {
        // Given
        AtomicLong nanos = new AtomicLong();
        HttpSender sender = sender(Map.of(), LOOPBACK, nanos::get);
        // When
        DeliveryResult result =
                sender.post(
                                "http://hooks.example.org:" + receiver.port() + "/",
                                1,
                                () -> {
                                    nanos.addAndGet(Duration.ofMinutes(1).toNanos());
                                    return HttpMessage.json("{}");
                                })
                        .await()
                        .atMost(PATIENCE);
        // Then
        assertThat(result).isEqualTo(Results.again(FailureKind.TIMEOUT));
        receiver.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void noReaderMakesAPageWaitForAWeek() {
        assertThat(
                        send(
                                (answer, byStatus) ->
                                        Results.again(
                                                FailureKind.RATE_LIMITED,
                                                Optional.of(Duration.ofDays(7)))))
                .isEqualTo(
                        Results.again(
                                FailureKind.RATE_LIMITED, Optional.of(Duration.ofMinutes(5))));
    }

    private DeliveryResult send(AnswerReader reader) {
        return send(sender(Map.of()), reader);
    }

    private static DeliveryResult send(HttpSender sender, AnswerReader reader) {
        return sender.post(
                        "http://hooks.example.org:" + receiver.port() + "/",
                        Pages.delivery(Pages.page()),
                        () -> HttpMessage.json("{}"),
                        reader)
                .await()
                .atMost(PATIENCE);
    }
}
