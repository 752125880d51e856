package org.upstander.alert.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.restassured.response.ValidatableResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import org.upstander.alert.Phones;
import org.upstander.alert.http.AssessmentFeed.Draft;

/** Members of staff whose contacts are reached by channels that answer back. */
abstract class TwoWayTestBase extends RestTestBase {

    static final Duration SOON = Duration.ofSeconds(20);

    String staff;
    String contact;

    @BeforeEach
    void prepare() {
        UpstreamsResource.receiver().resetAll();
        UpstreamsResource.receiver()
                .stubFor(
                        any(anyUrl())
                                .willReturn(
                                        aResponse().withStatus(201).withBody("{\"sid\":\"SM1\"}")));
        staff = fresh("cm");
        contact = fresh("ct");
    }

    static String phone() {
        return Phones.next();
    }

    static String routingKey() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /**
     * @param methods channel and address, in turn
     */
    void employ(String... methods) {
        StringBuilder list = new StringBuilder();
        for (int at = 0; at < methods.length; at += 2) {
            list.append(at == 0 ? "" : ",")
                    .append(
                            "{\"channel\":\"%s\",\"address\":\"%s\",\"verified\":true}"
                                    .formatted(methods[at], methods[at + 1]));
        }
        json("{\"displayName\":\"Lead\",\"methods\":[" + list + "]}")
                .put("/v1/contacts/" + contact)
                .then()
                .statusCode(201);
        json("{\"displayName\":\"Dana Okafor\",\"escalation\":{\"contactId\":\"%s\"}}"
                        .formatted(contact))
                .put("/v1/staff/" + staff)
                .then()
                .statusCode(201);
    }

    /** Attacks, and answers the incident. */
    String attack() {
        AssessmentFeed.publishAndWait(Draft.attack(fresh("as"), staff, "heath", "what a cheat"));
        return column("select id from incident where staff_id = ? order by opened_at desc", staff)
                .get(0);
    }

    static void eventually(ThrowingRunnable condition) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(50)).untilAsserted(condition);
    }

    /** Requests whose body holds the text. */
    static List<LoggedRequest> sent(String part) {
        return UpstreamsResource.receiver()
                .findAll(postRequestedFor(anyUrl()).withRequestBody(containing(part)));
    }

    static String state(String incident) {
        return column("select state from incident where id = ?", incident).get(0);
    }

    static List<String> timeline(String incident) {
        return column(
                "select what || ': ' || reason from timeline where incident_id = ? order by id",
                incident);
    }

    static byte[] mac(String algorithm, String secret, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hex(String secret, String text) {
        return HexFormat.of().formatHex(mac("HmacSHA256", secret, text));
    }

    /** As Twilio calls, signed. */
    static ValidatableResponse twilio(String path, Map<String, String> form) {
        StringBuilder signed = new StringBuilder(UpstreamsResource.CALLBACKS + path);
        new TreeMap<>(form).forEach((name, value) -> signed.append(name).append(value));
        return given().urlEncodingEnabled(false)
                .header(
                        "X-Twilio-Signature",
                        Base64.getEncoder()
                                .encodeToString(
                                        mac(
                                                "HmacSHA1",
                                                UpstreamsResource.TWILIO_TOKEN,
                                                signed.toString())))
                .contentType("application/x-www-form-urlencoded")
                .body(encoded(form))
                .post(path)
                .then();
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(
                        field ->
                                field.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** As PagerDuty calls, signed. */
    static ValidatableResponse pagerDuty(String type, String incident, String agent) {
        String body =
                """
                {"event":{"id":"%s","event_type":"incident.%s","agent":{"summary":"Kim Lind","type":"%s"},
                 "data":{"id":"P1","type":"incident","incident_key":"%s"}}}"""
                        .formatted(UUID.randomUUID(), type, agent, incident);
        return given().header(
                        "X-PagerDuty-Signature",
                        "v1=00,v1=" + hex(UpstreamsResource.PAGERDUTY_SECRET, body))
                .contentType("application/json")
                .body(body)
                .post("/v1/inbound/pagerduty")
                .then();
    }
}
