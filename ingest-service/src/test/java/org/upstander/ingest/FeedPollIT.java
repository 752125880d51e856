package org.upstander.ingest;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.permanentRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** Feeds that are asked, at a server that behaves as servers do. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class FeedPollIT extends FeedBase {

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
        List<String> texts = posts(2);
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
        String before = posts(2).get(0);
        server.stubFor(get(urlEqualTo(path)).willReturn(feed(entry(2, "b"), entry(1, "other"))));
        askAgain();
        List<String> all = posts(3);
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
        posts(1);
        askAgain();
        await().untilAsserted(() -> server.verify(2, getRequestedFor(urlEqualTo(path + "/new"))));
        server.verify(1, getRequestedFor(urlEqualTo(path)));
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
}
