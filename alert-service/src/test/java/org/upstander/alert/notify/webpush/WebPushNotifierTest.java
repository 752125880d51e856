package org.upstander.alert.notify.webpush;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.alert.Deliveries;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.Message;
import org.upstander.alert.application.Message.IncidentPage;
import org.upstander.alert.config.KeysConfig;
import org.upstander.alert.config.WebPushConfig;
import org.upstander.alert.notify.Pages;
import org.upstander.alert.notify.Results;
import org.upstander.alert.notify.http.HttpSender;
import org.upstander.alert.notify.http.HttpTestBase;

/** A push service that keeps what it got, and the browser that reads it. */
class WebPushNotifierTest extends HttpTestBase {

    private static final Map<String, String> KEYS =
            Map.of(
                    "upstander.webpush.public-key", VapidTest.PUBLIC,
                    "upstander.webpush.private-key", VapidTest.PRIVATE,
                    "upstander.webpush.subject", "mailto:safe@example.org");

    private final Browser browser = Browser.fresh();

    @Test
    void onlyTheBrowserReadsWhatArrives() throws Exception {
        // Given
        receiver.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(201)));
        // When
        DeliveryResult result = send(Pages.page());
        // Then
        assertThat(result).isEqualTo(Results.delivered("HTTP 201"));
        assertThat(onlyRequest().getBodyAsString()).doesNotContain("cm-07", "attack");
        JsonNode message = JSON.readTree(browser.read(onlyRequest().getBody()));
        assertThat(message.path("title").asText())
                .isEqualTo("Severity 3 of 4: personal attack on cm-07");
        assertThat(message.path("body").asText()).contains("Posts / authors: 6 / 4");
        assertThat(message.path("tag").asText()).isEqualTo("inc-1");
        assertThat(message.path("url").asText()).isEqualTo(Pages.ACKNOWLEDGE);
        assertThat(message.path("actions")).hasSize(2);
    }

    @Test
    void theHeadersAreThoseOfTheRfcs() {
        // When
        send(Pages.page());
        // Then
        LoggedRequest request = onlyRequest();
        assertThat(request.getHeader("content-encoding")).isEqualTo("aes128gcm");
        assertThat(request.getHeader("ttl")).isEqualTo("43200");
        assertThat(request.getHeader("urgency")).isEqualTo("high");
        assertThat(request.getHeader("topic")).matches("[A-Za-z0-9_-]{32}");
        assertThat(request.getHeader("authorization"))
                .startsWith("vapid t=")
                .endsWith(", k=" + VapidTest.PUBLIC);
        assertThat(request.getBody().length).isLessThanOrEqualTo(4_096);
    }

    @ParameterizedTest
    @CsvSource({"1,3600,normal", "2,14400,normal", "3,43200,high", "4,86400,high"})
    void severitySaysHowLongAndHowLoud(int severity, String ttl, String urgency) {
        // When
        send(severe(severity));
        // Then
        assertThat(onlyRequest().getHeader("ttl")).isEqualTo(ttl);
        assertThat(onlyRequest().getHeader("urgency")).isEqualTo(urgency);
    }

    @Test
    void aCodeIsWorthTenMinutes() throws Exception {
        // When
        send(new Message.Note("Upstander code 042195", "The code is 042195."));
        // Then
        assertThat(onlyRequest().getHeader("ttl")).isEqualTo("600");
        assertThat(browser.read(onlyRequest().getBody())).contains("Upstander code 042195");
    }

    @Test
    void aRetrySaysTheSameUnderTheSameTopic() {
        // When
        send(Deliveries.of("dlv_1", 1, address(), Pages.page()), Map.of());
        send(Deliveries.of("dlv_1", 2, address(), Pages.page()), Map.of());
        send(Deliveries.of("dlv_2", 1, address(), Pages.page()), Map.of());
        // Then
        List<LoggedRequest> all = receiver.findAll(postRequestedFor(anyUrl()));
        assertThat(all.stream().map(one -> browser.read(one.getBody())).distinct()).hasSize(1);
        assertThat(all.stream().map(one -> one.getHeader("topic")).distinct()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "400,CLIENT_ERROR",
        "403,AUTHENTICATION",
        "404,GONE",
        "410,GONE",
        "413,CLIENT_ERROR"
    })
    void aRefusalIsFinalAndWhatIsGoneIsGone(int status, FailureKind kind) {
        answer(status);
        assertThat(send(Pages.page())).isEqualTo(Results.refused(kind));
    }

    @Test
    void tooManyRequestsWaitsAsLongAsAsked() {
        receiver.stubFor(
                any(anyUrl())
                        .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "17")));
        assertThat(send(Pages.page()))
                .isEqualTo(
                        Results.again(
                                FailureKind.RATE_LIMITED, Optional.of(Duration.ofSeconds(17))));
    }

    @Test
    void whatSomebodyElseMayHaveSentIsNotSent() {
        assertNotSentAfterItsLease(
                notifier(KEYS, sender(Map.of())),
                Deliveries.of("dlv_1", 1, address(), Pages.page()));
    }

    @Test
    void anAddressInsideIsBlocked() {
        DeliveryResult result =
                send(
                        Deliveries.of("dlv_1", 1, address(), Pages.page()),
                        Map.of("upstander.webhook.allowed-networks", "10.0.0.0/8"));
        assertThat(result).isEqualTo(Results.refused(FailureKind.BLOCKED_ADDRESS));
        receiver.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void withoutKeysNothingIsSentAndNoAddressTaken() {
        WebPushNotifier none = notifier(Map.of(), sender(Map.of()));
        assertThat(none.refusal(address()).orElseThrow()).contains("UPSTANDER_WEBPUSH_PUBLIC_KEY");
        assertThat(
                        none.send(Deliveries.of("dlv_1", 1, address(), Pages.page()))
                                .await()
                                .atMost(PATIENCE))
                .isEqualTo(Results.refused(FailureKind.AUTHENTICATION));
        receiver.verify(0, postRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://push.example.net/p/1",
                "{}",
                "{\"endpoint\":\"https://push.example.net/p\"}",
                "{\"endpoint\":\"https://push.example.net/p\",\"keys\":{\"p256dh\":\"BAAA\",\"auth\":\"BTBZMqHH6r4Tts7J_aSIgg\"}}",
                "{\"endpoint\":\"https://push.example.net/p\",\"keys\":{\"p256dh\":\"BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4\",\"auth\":\"BTBZ\"}}",
                "{\"endpoint\":\"push.example.net\",\"keys\":{\"p256dh\":\"BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4\",\"auth\":\"BTBZMqHH6r4Tts7J_aSIgg\"}}"
            })
    void whatIsNoSubscriptionIsRefusedWithTheFix(String address) {
        WebPushNotifier notifier = notifier(KEYS, sender(Map.of()));
        assertThat(notifier.refusal(address).orElseThrow()).contains("JSON", "p256dh");
        assertThat(send(Deliveries.of("dlv_1", 1, address, Pages.page()), Map.of()))
                .isEqualTo(Results.refused(FailureKind.CLIENT_ERROR));
    }

    @Test
    void aSubscriptionIsFineAndHttpIsForPeersInside() {
        HttpSender strict = sender(Map.of("upstander.webhook.allowed-networks", ""));
        String outside = browser.subscription("https://push.example.net/p/1");
        assertThat(notifier(KEYS, strict).refusal(outside)).isEmpty();
        assertThat(notifier(KEYS, strict).refusal(address()).orElseThrow())
                .contains("UPSTANDER_ALLOW_PRIVATE_TARGETS");
    }

    private static IncidentPage severe(int severity) {
        IncidentPage page = Pages.page();
        return new IncidentPage(
                page.incidentId(),
                page.staffId(),
                page.staffName(),
                severity,
                page.categories(),
                page.patterns(),
                page.sources(),
                page.postCount(),
                page.authorCount(),
                page.openedAt(),
                page.step(),
                page.reason(),
                page.incidentUrl(),
                page.acknowledgeUrl(),
                page.locale());
    }

    private String address() {
        return browser.subscription("http://push.example.net:" + receiver.port() + "/p/1");
    }

    private DeliveryResult send(Message message) {
        return send(Deliveries.of("dlv_1", 1, address(), message), Map.of());
    }

    private DeliveryResult send(Delivery delivery, Map<String, String> settings) {
        return notifier(KEYS, sender(settings)).send(delivery).await().atMost(PATIENCE);
    }

    private static WebPushNotifier notifier(Map<String, String> values, HttpSender sender) {
        Map<String, String> all = new HashMap<>(values);
        all.put("upstander.keys.identifier", "i");
        all.put("upstander.keys.link", "l");
        all.put("upstander.keys.public-url", "https://alerts.example.org");
        var config =
                new SmallRyeConfigBuilder()
                        .withMapping(WebPushConfig.class)
                        .withMapping(KeysConfig.class)
                        .withDefaultValues(all)
                        .build();
        return new WebPushNotifier(
                config.getConfigMapping(WebPushConfig.class),
                config.getConfigMapping(KeysConfig.class),
                sender,
                Clock.systemUTC());
    }
}
