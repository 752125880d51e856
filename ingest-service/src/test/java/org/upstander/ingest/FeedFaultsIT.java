package org.upstander.ingest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** Feeds that are not there, or are none. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class FeedFaultsIT extends FeedBase {

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
        assertThat(posts(1)).hasSize(1);
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
    void aFeedHasAnAddressAndNoSecret() {
        SourceCalls.put(
                        source,
                        """
                        {"type":"rss","displayName":"Blog","platform":"blog","secrets":["12345678"]}""")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/url", "/secrets"));
    }
}
