package org.upstander.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.oneOf;
import static org.upstander.ingest.poll.mastodon.MastodonServer.Fault.CUT;
import static org.upstander.ingest.poll.mastodon.MastodonServer.Fault.END;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;
import org.upstander.ingest.poll.mastodon.MastodonServer;

/** A stream of Mastodon, listened to at an instance that behaves as instances do. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class MastodonStreamIT extends PostsBase {

    private MastodonServer server;
    private String source;

    @BeforeEach
    void start() {
        server = new MastodonServer();
        source = "social-" + id;
    }

    @AfterEach
    void stop() {
        Http.as(Http.ADMIN).delete("/v1/sources/" + source);
        server.close();
    }

    @Test
    void whatIsPostedIsInKafkaOnceHoweverOftenTheStreamBreaks() {
        // Given
        server.post("old " + id);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            List<String> live = List.of(i + " one " + id, i + " two " + id);
            all.addAll(live);
            server.plan(live, i % 2 == 0 ? CUT : END);
        }

        // When
        put(MastodonServer.TOKEN);
        for (int i = 0; i < 5; i++) {
            String text = i + " more " + id;
            all.add(text);
            written(1 + i);
            server.post(text);
        }

        // Then
        assertThat(written(all.size()))
                .extracting(post -> post.getString("text"))
                .containsExactlyInAnyOrderElementsOf(all);
        await().untilAsserted(
                        () -> assertThat(shown().getString("health.state")).isEqualTo("sees"));
    }

    @Test
    void editsAndDeletionsFollowTheirPost() {
        server.post("old " + id);
        server.plan(List.of("said " + id), null);
        put(MastodonServer.TOKEN);
        String post = written(1).get(0).getString("externalId");
        server.edit(post, "edited " + id);
        written(2);
        assertThat(written(2)).extracting(one -> one.getString("externalId")).containsOnly(post);
    }

    @Test
    void whoIsNotLetInIsBlindUntilItIs() {
        put("another-token-of-tests");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> {
                            assertThat(shown().getString("health.state")).isEqualTo("blind");
                            assertThat(shown().getString("health.cause")).isEqualTo("refused");
                        });
        server.plan(List.of("said " + id), END);
        put(MastodonServer.TOKEN);
        written(1);
        await().untilAsserted(
                        () -> assertThat(shown().getString("health.state")).isEqualTo("sees"));
    }

    @Test
    void aStreamHasAnAddressAndAToken() {
        SourceCalls.put(
                        source,
                        """
                        {"type":"mastodon-stream","displayName":"Instance","platform":"mastodon"}\
                        """)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/url", "/secrets"));
    }

    private void put(String token) {
        SourceCalls.put(
                        source,
                        """
                        {"type":"mastodon-stream","displayName":"Instance","platform":"mastodon","url":"%s","secrets":["%s"],"pollSeconds":10}\
                        """
                                .formatted(server.url(), token))
                .then()
                .statusCode(oneOf(200, 201));
    }

    private JsonPath shown() {
        return Http.as(Http.ADMIN).get("/v1/sources/" + source).jsonPath();
    }

    /** All of this test, once there are so many. */
    private List<JsonPath> written(int count) {
        List<JsonPath> mine = new ArrayList<>();
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(90))
                .until(
                        () -> {
                            mine.clear();
                            topic.atLeast(0).stream()
                                    .map(TopicTail::value)
                                    .filter(value -> value.contains(id))
                                    .map(JsonPath::from)
                                    .forEach(mine::add);
                            return mine.size() >= count;
                        });
        return mine;
    }
}
