package org.upstander.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.oneOf;

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
import org.upstander.ingest.poll.jetstream.JetstreamServer;

/** Bluesky, listened to at a server that behaves as servers do. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class JetstreamIT extends PostsBase {

    private JetstreamServer server;
    private String source;

    @BeforeEach
    void start() {
        server = new JetstreamServer();
        source = "sky-" + id;
    }

    @AfterEach
    void stop() {
        Http.as(Http.ADMIN).delete("/v1/sources/" + source);
        server.close();
    }

    @Test
    void whatIsPostedIsInKafkaOnceHoweverOftenTheConnectionBreaks() {
        // Given
        for (int i = 0; i < 6; i++) {
            server.plan(
                    i * 3, i % 2 == 0 ? JetstreamServer.Fault.CUT : JetstreamServer.Fault.GIANT);
        }
        List<String> rkeys = new ArrayList<>();
        post(rkeys, 10);

        // When
        put(server.url());
        written(10);
        post(rkeys, 10);

        // Then
        assertThat(written(20))
                .extracting(post -> post.getString("externalId"))
                .extracting(external -> external.substring(external.lastIndexOf('/') + 1))
                .containsExactlyInAnyOrderElementsOf(rkeys);
        await().untilAsserted(
                        () -> {
                            assertThat(shown().getString("health.state")).isEqualTo("sees");
                            assertThat(shown().getLong("health.items")).isEqualTo(20);
                        });
    }

    @Test
    void aDeletionFollowsItsPost() {
        server.post("gone-" + id, "said " + id);
        put(server.url());
        written(1);
        server.delete("gone-" + id);
        JsonPath deletion = written(2).get(1);
        assertThat(deletion.getBoolean("deleted")).isTrue();
        assertThat(deletion.getString("externalId"))
                .isEqualTo("at://did:plc:heath2heath2heath2heath2/app.bsky.feed.post/gone-" + id);
    }

    @Test
    void whatRestsIsNotListenedToAndGoesOnWhereItStopped() {
        server.post("before-" + id, "said " + id);
        put(server.url());
        written(1);
        call("pause");
        server.post("meanwhile-" + id, "said " + id);
        call("resume");
        assertThat(written(2))
                .extracting(post -> post.getString("externalId"))
                .anyMatch(external -> external.contains("meanwhile"));
    }

    @Test
    void whoIsNotLetInIsBlindUntilItIs() {
        server.answer(401);
        put(server.url());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> {
                            assertThat(shown().getString("health.state")).isEqualTo("blind");
                            assertThat(shown().getString("health.cause")).isEqualTo("refused");
                        });
        server.answer(101);
        server.post("later-" + id, "said " + id);
        put(server.url());
        written(1);
        await().untilAsserted(
                        () -> assertThat(shown().getString("health.state")).isEqualTo("sees"));
    }

    @Test
    void itsAddressIsThatOfAWebSocket() {
        SourceCalls.put(source, source("https://jetstream.example.org/subscribe"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/url"));
        SourceCalls.put(source, source("wss://jetstream.example.org/subscribe"))
                .then()
                .statusCode(201);
    }

    private void call(String what) {
        Http.as(Http.ADMIN)
                .urlEncodingEnabled(false)
                .post("/v1/sources/" + source + ":" + what)
                .then()
                .statusCode(200);
    }

    private void post(List<String> rkeys, int count) {
        for (int i = 0; i < count; i++) {
            String rkey = id + "-" + rkeys.size();
            rkeys.add(rkey);
            server.post(rkey, "said " + id);
        }
    }

    private void put(String url) {
        SourceCalls.put(source, source(url)).then().statusCode(oneOf(200, 201));
    }

    private static String source(String url) {
        return """
        {"type":"jetstream","displayName":"Bluesky","platform":"bluesky","url":"%s","pollSeconds":10}\
        """
                .formatted(url);
    }

    private JsonPath shown() {
        return Http.as(Http.ADMIN).get("/v1/sources/" + source).jsonPath();
    }

    /** All of this test, once there are so many. */
    private List<JsonPath> written(int count) {
        List<JsonPath> mine = new ArrayList<>();
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(60))
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
