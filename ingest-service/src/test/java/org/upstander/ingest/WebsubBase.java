package org.upstander.ingest;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;

/** A feed, and its hub, as servers of both behave. */
abstract class WebsubBase extends FeedBase {

    static final Duration BEFORE_IT_IS_ASKED_AGAIN = Duration.ofSeconds(45);

    String hub;
    String self;

    @Override
    String type() {
        return "websub";
    }

    @BeforeEach
    void atTheHub() {
        hub = "/hub-" + id;
        self = server.baseUrl() + path;
        hubAnswers(status(202));
    }

    void hubAnswers(ResponseDefinitionBuilder answer) {
        server.stubFor(post(urlEqualTo(hub)).willReturn(answer));
    }

    void feedHas(String... entries) {
        feedNames(server.baseUrl() + hub, entries);
    }

    void feedNames(String itsHub, String... entries) {
        server.stubFor(
                get(urlEqualTo(path))
                        .willReturn(
                                feed(entries)
                                        .withHeader(
                                                "Link",
                                                "<" + itsHub + ">; rel=\"hub\"",
                                                "<" + self + ">; rel=\"self\"")));
    }

    /** What is put anew is due at once. */
    void watch() {
        watch("");
    }

    /**
     * @param more fields
     */
    void watch(String more) {
        put(
                source,
                """
                {"type":"websub","displayName":"Blog","platform":"blog","url":"%s","pollSeconds":10,
                 "settings":{"callback":"https://ingest.example.org/v1/webhooks/%s"}%s}"""
                        .formatted(self, source, more));
    }

    /** What the hub was asked for last, once it was so often. */
    Map<String, String> asked(int times, String mode) {
        await().atMost(BEFORE_IT_IS_ASKED_AGAIN).until(() -> forms(mode).size() >= times);
        return forms(mode).get(forms(mode).size() - 1);
    }

    List<Map<String, String>> forms(String mode) {
        return server.findAll(postRequestedFor(urlEqualTo(hub))).stream()
                .map(request -> form(request.getBodyAsString()))
                .filter(form -> mode.equals(form.get("hub.mode")))
                .collect(Collectors.toList());
    }

    static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        Arrays.stream(body.split("&"))
                .map(field -> field.split("=", 2))
                .forEach(field -> form.put(decoded(field[0]), decoded(field[1])));
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** As a hub asks whether we meant it. */
    ValidatableResponse verify(String mode, String topic, String... more) {
        var query =
                given().queryParam("hub.mode", mode)
                        .queryParam("hub.topic", topic)
                        .queryParam("hub.challenge", "challenge-" + id);
        for (int at = 0; at < more.length; at += 2) {
            query.queryParam(more[at], more[at + 1]);
        }
        return query.get("/v1/webhooks/" + source).then();
    }

    Response deliver(String secret, String feed) {
        return deliver(Map.of("X-Hub-Signature", "sha256=" + SourceCalls.hmac(secret, feed)), feed);
    }

    Response deliver(Map<String, String> headers, String feed) {
        return deliver("application/rss+xml", headers, feed);
    }

    /** A feed of another format. */
    Response deliverAs(String type, String secret, String feed) {
        return deliver(
                type, Map.of("X-Hub-Signature", "sha256=" + SourceCalls.hmac(secret, feed)), feed);
    }

    private Response deliver(String type, Map<String, String> headers, String feed) {
        return given().headers(headers)
                .contentType(type)
                .body(feed.getBytes(StandardCharsets.UTF_8))
                .post("/v1/webhooks/" + source);
    }
}
