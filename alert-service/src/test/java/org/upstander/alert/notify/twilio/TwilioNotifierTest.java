package org.upstander.alert.notify.twilio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.alert.Deliveries;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.Message;
import org.upstander.alert.application.Notifier;
import org.upstander.alert.config.KeysConfig;
import org.upstander.alert.config.TwilioConfig;
import org.upstander.alert.notify.Results;
import org.upstander.alert.notify.TwoWayMessages;
import org.upstander.alert.notify.http.HttpTestBase;

class TwilioNotifierTest extends HttpTestBase {

    private static final String PHONE = "+12025550142";
    private static final Map<String, String> ACCOUNT =
            Map.of(
                    "upstander.twilio.account-sid", "AC1",
                    "upstander.twilio.auth-token", "12345",
                    "upstander.twilio.from", "+12025550100");

    private Notifier sms(Map<String, String> values) {
        TwilioConfig config = config(values);
        return new SmsNotifier(api(config), config);
    }

    private Notifier voice(Map<String, String> values) {
        TwilioConfig config = config(values);
        return new VoiceNotifier(api(config), config);
    }

    private static TwilioConfig config(Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.put("upstander.twilio.url", "http://api.example.org:" + receiver.port());
        return TwoWayMessages.settings(TwilioConfig.class, all);
    }

    private TwilioApi api(TwilioConfig config) {
        KeysConfig keys =
                TwoWayMessages.settings(
                        KeysConfig.class,
                        Map.of(
                                "upstander.keys.identifier", "i",
                                "upstander.keys.link", "l",
                                "upstander.keys.public-url", "https://alerts.example.org/"));
        return new TwilioApi(config, keys, sender(Map.of()), JSON);
    }

    private static DeliveryResult send(Notifier notifier, Message message) {
        return notifier.send(Deliveries.of("dl_1", 2, PHONE, message, 12)).await().atMost(PATIENCE);
    }

    private static void recorded(int status, String body) {
        receiver.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withBody(body)));
    }

    private static Map<String, String> form() {
        return Arrays.stream(onlyRequest().getBodyAsString().split("&"))
                .map(field -> field.split("=", 2))
                .collect(
                        Collectors.toMap(
                                field -> field[0],
                                field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    @Test
    void whatSomebodyElseMayHaveSentIsNotSent() {
        assertNotSentAfterItsLease(
                sms(ACCOUNT), Deliveries.of("dl_1", 1, PHONE, TwoWayMessages.page(3), 12));
    }

    @Test
    void aPageIsTextedWithItsNumber() {
        // Given
        recorded(
                201,
                "{\"sid\":\"SM123\",\"status\":\"queued\",\"error_code\":null,\"error_message\":null}");

        // When
        DeliveryResult result = send(sms(ACCOUNT), TwoWayMessages.page(3));

        // Then
        assertThat(result).isEqualTo(Results.delivered("SM123"));
        assertThat(onlyRequest().getUrl()).isEqualTo("/2010-04-01/Accounts/AC1/Messages.json");
        assertThat(onlyRequest().getHeader("Authorization")).isEqualTo("Basic QUMxOjEyMzQ1");
        assertThat(form())
                .containsEntry("To", PHONE)
                .containsEntry("From", "+12025550100")
                .containsEntry(
                        "StatusCallback",
                        "https://alerts.example.org/v1/inbound/twilio/status?delivery=dl_1&attempt=2");
        assertThat(form().get("Body"))
                .contains("cm-07", "12a", "12c", "12e")
                .doesNotContain("Dana");
    }

    @Test
    void aMessagingServiceTextsFromItsOwnNumbers() {
        Map<String, String> service = new HashMap<>(ACCOUNT);
        service.put("upstander.twilio.messaging-service-sid", "MG1");
        send(sms(service), TwoWayMessages.page(3));
        assertThat(form()).containsEntry("MessagingServiceSid", "MG1").doesNotContainKey("From");
    }

    @Test
    void aPageIsSpokenAndAsksForAKey() {
        // Given
        recorded(201, "{\"sid\":\"CA123\",\"status\":\"queued\"}");

        // When
        DeliveryResult result =
                send(voice(ACCOUNT), TwoWayMessages.page("in-1", "<cm>&'\"", 3, 6, 4));

        // Then
        assertThat(result).isEqualTo(Results.delivered("CA123"));
        assertThat(onlyRequest().getUrl()).isEqualTo("/2010-04-01/Accounts/AC1/Calls.json");
        assertThat(form().get("Twiml"))
                .startsWith("<Response><Gather numDigits=\"1\"")
                .contains(
                        "&lt;cm&gt;&amp;&apos;&quot; is under attack", "Press 4 to acknowledge, 6")
                .contains("twilio/keys?delivery=dl_1&amp;attempt=2\"")
                .hasSizeLessThan(4000);
        assertThat(form().get("StatusCallback"))
                .isEqualTo(
                        "https://alerts.example.org/v1/inbound/twilio/call?delivery=dl_1&attempt=2");
    }

    @Test
    void failuresAreSorted() {
        Notifier sms = sms(ACCOUNT);
        recorded(400, "{\"code\":21211,\"message\":\"m\",\"more_info\":\"i\",\"status\":400}");
        assertThat(send(sms, TwoWayMessages.page(2)))
                .isEqualTo(Results.refused(FailureKind.CLIENT_ERROR));
        recorded(401, "{\"code\":20003}");
        assertThat(send(sms, TwoWayMessages.page(2)))
                .isEqualTo(Results.refused(FailureKind.AUTHENTICATION));
        recorded(429, "{\"code\":20429}");
        assertThat(send(sms, TwoWayMessages.page(2)))
                .isEqualTo(Results.again(FailureKind.RATE_LIMITED));
        recorded(201, "no JSON");
        assertThat(send(sms, TwoWayMessages.page(2))).isEqualTo(Results.delivered("HTTP 201"));
        receiver.stubFor(
                any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThat(send(sms, TwoWayMessages.page(2)))
                .isEqualTo(Results.again(FailureKind.UNREACHABLE));
    }

    @Test
    void withoutAnAccountNothingIsSent() {
        assertThat(send(sms(Map.of()), TwoWayMessages.page(2)))
                .isEqualTo(Results.refused(FailureKind.AUTHENTICATION));
        assertThat(send(voice(Map.of()), TwoWayMessages.page(2)))
                .isEqualTo(Results.refused(FailureKind.AUTHENTICATION));
        receiver.verify(0, postRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "call me",
                "12025550142",
                "+1 202 555 0142",
                "+1202",
                "+999999999999999999"
            })
    void whatCannotBeDialledIsSaid(String address) {
        assertThat(sms(ACCOUNT).refusal(address)).get().asString().contains("E.164");
        assertThat(voice(ACCOUNT).refusal(address)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {PHONE, "+442079460958"})
    void aNumberInE164IsFine(String address) {
        assertThat(sms(ACCOUNT).refusal(address)).isEmpty();
    }
}
