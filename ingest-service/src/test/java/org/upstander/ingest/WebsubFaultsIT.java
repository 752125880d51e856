package org.upstander.ingest;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.infrastructure.InfrastructureResource;

/** Feeds without a hub, and hubs that are none, or lead elsewhere. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class WebsubFaultsIT extends WebsubBase {

    @Test
    void aFeedWithoutAHubIsSaidToHaveNone() {
        // Given
        server.stubFor(get(urlEqualTo(path)).willReturn(feed(entry(1, "First."))));

        // When
        watch();

        // Then
        awaitBlind("unreachable");
        assertThat(shown().getString("health.gaps[0].cause")).isEqualTo("no-hub");
        assertThat(polled("no-hub")).isPositive();
        assertThat(probe().getString("outcome")).isEqualTo("failed");
        assertThat(probe().getString("why")).isEqualTo("no-hub");

        // When
        feedHas(entry(1, "First."));
        assertThat(probe().getString("posts[0].text")).isEqualTo("Round First.");
        assertThat(forms("subscribe")).isEmpty();
        watch();

        // Then
        awaitSeen();
        asked(1, "subscribe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1/hub",
                "http://169.254.169.254/latest",
                "https://127.0.0.1@192.168.0.1/hub"
            })
    void aHubInsideIsNotCalled(String inside) {
        double before = polled("blocked");
        feedNames(inside);
        watch();
        await().untilAsserted(() -> assertThat(polled("blocked")).isGreaterThan(before));
        assertThat(forms("subscribe")).isEmpty();
    }

    @Test
    void aRedirectLeadsNowhereInside() {
        double before = polled("blocked");
        hubAnswers(status(307).withHeader("Location", "http://169.254.169.254/hub"));
        feedHas();
        watch();
        await().untilAsserted(() -> assertThat(polled("blocked")).isGreaterThan(before));
    }

    @ParameterizedTest
    @ValueSource(ints = {307, 308})
    void aHubThatLiesElsewhereIsAskedThere(int redirect) {
        // Given
        hubAnswers(status(redirect).withHeader("Location", hub + "/new"));
        server.stubFor(post(urlEqualTo(hub + "/new")).willReturn(status(202)));
        feedHas();

        // When
        watch();

        // Then
        await().until(() -> !moved().isEmpty());
        assertThat(moved().get(0))
                .containsEntry("hub.mode", "subscribe")
                .containsEntry("hub.topic", self)
                .containsKey("hub.secret");
        verify("subscribe", self).statusCode(200);
    }

    @Test
    void aRedirectToSomethingToReadIsAnError() {
        double before = polled("error");
        hubAnswers(status(302).withHeader("Location", hub + "/new"));
        feedHas();
        watch();
        await().untilAsserted(() -> assertThat(polled("error")).isGreaterThan(before));
        assertThat(moved()).isEmpty();
    }

    @Test
    void aHubThatDoesNotLetUsInMakesBlindAtOnce() {
        hubAnswers(status(403));
        feedHas();
        watch();
        awaitBlind("refused");
    }

    @Test
    void aHubThatWantsUsToWaitIsNotAskedMeanwhile() {
        double before = polled("rate-limited");
        hubAnswers(status(429).withHeader("Retry-After", "3600"));
        feedHas();
        watch();
        await().untilAsserted(() -> assertThat(polled("rate-limited")).isGreaterThan(before));
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(forms("subscribe")).hasSize(1));
    }

    private List<Map<String, String>> moved() {
        return server.findAll(postRequestedFor(urlEqualTo(hub + "/new"))).stream()
                .map(request -> form(request.getBodyAsString()))
                .toList();
    }
}
