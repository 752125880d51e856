package org.upstander.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
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
class JetstreamIT extends AskedBase {

    private JetstreamServer server;

    @Override
    String type() {
        return "bluesky";
    }

    @BeforeEach
    void start() {
        server = new JetstreamServer();
    }

    @AfterEach
    void stop() {
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
        read(10);
        post(rkeys, 10);

        // Then
        assertThat(read(20))
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
        read(1);
        server.delete("gone-" + id);
        JsonPath deletion = read(2).get(1);
        assertThat(deletion.getBoolean("deleted")).isTrue();
        assertThat(deletion.getString("externalId"))
                .isEqualTo("at://did:plc:heath2heath2heath2heath2/app.bsky.feed.post/gone-" + id);
    }

    @Test
    void whatRestsIsNotListenedToAndGoesOnWhereItStopped() {
        server.post("before-" + id, "said " + id);
        put(server.url());
        read(1);
        call("pause");
        server.post("meanwhile-" + id, "said " + id);
        call("resume");
        assertThat(read(2))
                .extracting(post -> post.getString("externalId"))
                .anyMatch(external -> external.contains("meanwhile"));
    }

    @Test
    void whoIsNotLetInIsBlindUntilItIs() {
        server.answer(401);
        put(server.url());
        awaitBlind("refused");
        server.answer(101);
        server.post("later-" + id, "said " + id);
        put(server.url());
        read(1);
        awaitSeen();
    }

    @Test
    void itsAddressIsThatOfAWebSocket() {
        SourceCalls.put(source, source("https://jetstream.example.org/subscribe"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/url"));
        put(source, source("wss://jetstream.example.org/subscribe")).statusCode(201);
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
        put(source, source(url));
    }

    private static String source(String url) {
        return """
        {"type":"bluesky","displayName":"Bluesky","platform":"bluesky","url":"%s","pollSeconds":10}\
        """
                .formatted(url);
    }
}
