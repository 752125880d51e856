package org.upstander.alert.engine;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The door of ingest-service, and somebody outside who listens for the heartbeat. */
public class CanaryPeers implements QuarkusTestResourceLifecycleManager {

    private static final String TOKEN = "token-of-the-canary";
    private static final String POSTS = "/v1/posts";
    private static final String PING = "/ping/secret-of-the-check";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static WireMockServer server;

    @Override
    public Map<String, String> start() {
        server = new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());
        server.start();
        String url = "http://127.0.0.1:" + server.port();
        return Map.of(
                "upstander.canary.ingest-url",
                url + "/",
                "upstander.canary.token",
                TOKEN,
                "upstander.canary.poll",
                "1s",
                "upstander.heartbeat.url",
                url + PING,
                "upstander.webhook.allowed-networks",
                "127.0.0.0/8");
    }

    @Override
    public void stop() {
        server.stop();
    }

    /** Forgets what came; ingest-service takes posts, and outside answers with a status. */
    static void answer(int statusOutside) {
        server.resetAll();
        server.stubFor(
                post(POSTS)
                        .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                        .willReturn(aResponse().withStatus(202)));
        server.stubFor(post(PING).willReturn(aResponse().withStatus(statusOutside)));
    }

    /** The canaries that were posted, in order. */
    static List<JsonNode> posted() {
        return server.findAll(postRequestedFor(urlEqualTo(POSTS))).stream()
                .map(LoggedRequest::getBodyAsString)
                .map(CanaryPeers::read)
                .toList();
    }

    static int pings() {
        return server.findAll(postRequestedFor(urlEqualTo(PING))).size();
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
