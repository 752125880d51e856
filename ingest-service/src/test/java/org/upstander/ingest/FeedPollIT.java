package org.upstander.ingest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.permanentRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.oneOf;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** Feeds that are asked, at a server that behaves as servers do. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class FeedPollIT extends PostsBase {

    private static WireMockServer server;

    private final Set<String> put = new HashSet<>();
    private String source;
    private String path;

    @BeforeAll
    static void start() {
        server =
                new WireMockServer(
                        WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    /** Others count sources that are blind. */
    @AfterEach
    void forget() {
        put.forEach(name -> Http.as(Http.ADMIN).delete("/v1/sources/" + name));
    }

    @BeforeEach
    void names() {
        source = "feed-" + id;
        path = "/" + id + ".xml";
    }

    @Test
    void whatIsNewIsTakenOnceAndInTheOrderInWhichItWasWritten() {
        // Given
        server.stubFor(
                get(urlEqualTo(path))
                        .willReturn(
                                feed(entry(2, "Second."), entry(1, "First."))
                                        .withHeader("ETag", "W/\"x-1\"")));
        server.stubFor(
                get(urlEqualTo(path))
                        .withHeader("If-None-Match", equalTo("W/\"x-1\""))
                        .willReturn(status(304)));

        // When
        put(path);
        List<String> texts = texts(2);
        askAgain();
        await().untilAsserted(
                        () ->
                                server.verify(
                                        getRequestedFor(urlEqualTo(path))
                                                .withHeader(
                                                        "If-None-Match", equalTo("W/\"x-1\""))));

        // Then
        assertThat(texts.get(0)).contains("\"text\":\"Round First.\"").contains("heath");
        assertThat(texts.get(1)).contains("\"text\":\"Round Second.\"");
        await().untilAsserted(
                        () -> {
                            assertThat(shown().getString("health.state")).isEqualTo("sees");
                            assertThat(shown().getLong("health.items")).isEqualTo(2);
                        });
        server.verify(
                getRequestedFor(urlEqualTo(path))
                        .withHeader("User-Agent", containing("Upstander")));
    }

    @Test
    void anEntryThatWasChangedIsAnotherRevisionAndTheRestStays() {
        server.stubFor(get(urlEqualTo(path)).willReturn(feed(entry(2, "b"), entry(1, "a"))));
        put(path);
        String before = texts(2).get(0);
        server.stubFor(get(urlEqualTo(path)).willReturn(feed(entry(2, "b"), entry(1, "other"))));
        askAgain();
        List<String> all = texts(3);
        assertThat(all).hasSize(3);
        JsonPath changed = JsonPath.from(all.get(2));
        assertThat(changed.getString("postId"))
                .isEqualTo(JsonPath.from(before).getString("postId"));
        assertThat(changed.getString("revision"))
                .isNotEqualTo(JsonPath.from(before).getString("revision"));
    }

    @Test
    void aFeedThatMovedForGoodIsAskedWhereItLies() {
        server.stubFor(get(urlEqualTo(path)).willReturn(permanentRedirect(path + "/new")));
        server.stubFor(get(urlEqualTo(path + "/new")).willReturn(feed(entry(1, "a"))));
        put(path);
        texts(1);
        askAgain();
        await().untilAsserted(() -> server.verify(2, getRequestedFor(urlEqualTo(path + "/new"))));
        server.verify(1, getRequestedFor(urlEqualTo(path)));
    }

    @Test
    void whatIsGoneIsNotAskedAgainUntilItIsPutAnew() {
        server.stubFor(get(urlEqualTo(path)).willReturn(status(410)));
        put(path);
        awaitBlind("gone");
        server.stubFor(get(urlEqualTo(path)).willReturn(feed()));
        put(path);
        awaitSeen();
    }

    @Test
    void whoIsRefusedIsBlindUntilLetInEvenWhereNothingIsNew() {
        server.stubFor(get(urlEqualTo(path)).willReturn(status(401)));
        put(path);
        awaitBlind("refused");
        server.stubFor(get(urlEqualTo(path)).willReturn(feed()));
        askAgain();
        awaitSeen();
        assertThat(shown().getString("health.gaps[0].until")).isNotNull();
    }

    @Test
    void badAnswersHarmNothing() throws IOException {
        double before = polled("too-large") + polled("not-readable") + polled("unreachable");
        byte[] packed = packed("x".repeat(6 * 1024 * 1024));
        bad("large", aResponse().withBody(new byte[6 * 1024 * 1024]));
        bad("bomb", ok().withHeader("Content-Encoding", "gzip").withBody(packed));
        byte[] half = packed(rss(entry(1, "a")));
        bad(
                "half",
                ok().withHeader("Content-Encoding", "gzip")
                        .withBody(Arrays.copyOf(half, half.length / 2)));
        bad("page", ok("<html>Sign in</html>"));
        bad("cut", ok(rss(entry(1, "a"))).withFault(Fault.MALFORMED_RESPONSE_CHUNK));
        bad("closed", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(
                                                polled("too-large")
                                                        + polled("not-readable")
                                                        + polled("unreachable"))
                                        .isGreaterThanOrEqualTo(before + 6));
        server.stubFor(get(urlEqualTo(path)).willReturn(feed(entry(1, "a"))));
        put(path);
        assertThat(texts(1)).hasSize(1);
    }

    @Test
    void aRedirectLeadsNowhereInside() {
        double before = polled("blocked");
        server.stubFor(
                get(urlEqualTo(path))
                        .willReturn(temporaryRedirect("http://169.254.169.254/latest")));
        put(path);
        await().untilAsserted(() -> assertThat(polled("blocked")).isGreaterThan(before));
        assertThat(shown().getLong("health.items")).isZero();
    }

    @Test
    void whoWantsUsToWaitIsNotAskedMeanwhile() {
        server.stubFor(
                get(urlEqualTo(path)).willReturn(status(429).withHeader("Retry-After", "3600")));
        double before = polled("rate-limited");
        put(path);
        await().untilAsserted(() -> assertThat(polled("rate-limited")).isGreaterThan(before));
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> server.verify(1, getRequestedFor(urlEqualTo(path))));
    }

    @Test
    void aProbeTellsWhatWouldComeIn() {
        server.stubFor(get(urlEqualTo(path)).willReturn(status(401)));
        put(path);
        awaitBlind("refused");
        assertThat(probe().getString("outcome")).isEqualTo("failed");
        assertThat(probe().getString("why")).isEqualTo("refused");
        server.stubFor(get(urlEqualTo(path)).willReturn(feed(entry(1, "Judged."))));
        assertThat(probe().getString("outcome")).isEqualTo("taken");
        assertThat(probe().getString("posts[0].text")).isEqualTo("Round Judged.");
        assertThat(shown().getLong("health.items")).isZero();
    }

    @Test
    void aFeedHasAnAddressAndNoSecret() {
        SourceCalls.put(
                        source,
                        """
                        {"type":"feed","displayName":"Blog","platform":"blog","secrets":["12345678"]}""")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/url", "/secrets"));
    }

    private void bad(String name, ResponseDefinitionBuilder answer) {
        server.stubFor(get(urlEqualTo("/" + id + "/" + name)).willReturn(answer));
        put(source + "-" + name, "/" + id + "/" + name);
    }

    private void put(String at) {
        put(source, at);
    }

    private void put(String name, String at) {
        put.add(name);
        SourceCalls.put(
                        name,
                        """
                        {"type":"feed","displayName":"Blog","platform":"blog","url":"%s","pollSeconds":86400}"""
                                .formatted(server.baseUrl() + at))
                .then()
                .statusCode(oneOf(200, 201));
    }

    /** What is put anew is due at once. */
    private void askAgain() {
        put(path);
    }

    private JsonPath shown() {
        return Http.as(Http.ADMIN).get("/v1/sources/" + source).jsonPath();
    }

    private JsonPath probe() {
        return Http.as(Http.ADMIN).post("/v1/sources/" + source + ":probe").jsonPath();
    }

    private void awaitBlind(String cause) {
        await().untilAsserted(
                        () -> {
                            assertThat(shown().getString("health.state")).isEqualTo("blind");
                            assertThat(shown().getString("health.cause")).isEqualTo(cause);
                        });
    }

    private void awaitSeen() {
        await().untilAsserted(
                        () -> assertThat(shown().getString("health.state")).isEqualTo("sees"));
    }

    /** Those of this test: others may still be asked. */
    private List<String> texts(int count) {
        List<String> mine = new ArrayList<>();
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> {
                            mine.clear();
                            topic.atLeast(0).stream()
                                    .map(TopicTail::value)
                                    .filter(value -> value.contains(id))
                                    .forEach(mine::add);
                            return mine.size() >= count;
                        });
        return mine;
    }

    private static double polled(String outcome) {
        String line = "upstander_ingest_polls_total{outcome=\"" + outcome + "\",type=\"feed\"} ";
        return Http.as(Http.ADMIN)
                .get("/q/metrics")
                .asString()
                .lines()
                .filter(one -> one.startsWith(line))
                .mapToDouble(one -> Double.parseDouble(one.substring(line.length())))
                .sum();
    }

    private ResponseDefinitionBuilder feed(String... entries) {
        return ok(rss(entries)).withHeader("Content-Type", "application/rss+xml");
    }

    /** In one thread, so that they stay in order on the topic. */
    private String entry(int number, String text) {
        return """
        <item><title>Round</title><guid isPermaLink="false">%1$s-%2$d</guid><author>heath</author>
          <link>https://blog.example.org/%1$s#c-%2$d</link>
          <pubDate>Tue, 0%2$d Mar 2026 06:33:26 GMT</pubDate><description>%3$s</description></item>"""
                .formatted(id, number, text);
    }

    private static String rss(String... entries) {
        return "<rss version=\"2.0\"><channel><title>t</title><link>https://example.org</link>"
                + "<description>d</description>"
                + String.join("", entries)
                + "</channel></rss>";
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
