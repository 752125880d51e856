package org.upstander.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.upstander.ingest.poll.mastodon.MastodonServer.Fault.CUT;
import static org.upstander.ingest.poll.mastodon.MastodonServer.Fault.END;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.contracts.Topics;
import org.upstander.infrastructure.InfrastructureResource;
import org.upstander.ingest.domain.PostId;
import org.upstander.ingest.poll.mastodon.MastodonServer;

/** A stream of Mastodon, listened to at an instance that behaves as instances do. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class MastodonStreamIT extends AskedBase {

    private MastodonServer server;

    @Override
    String type() {
        return "mastodon-stream";
    }

    @BeforeEach
    void start() {
        server = new MastodonServer();
    }

    @AfterEach
    void stop() {
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
            read(1 + i);
            server.post(text);
        }

        // Then
        assertThat(read(all.size()))
                .extracting(post -> post.getString("text"))
                .containsExactlyInAnyOrderElementsOf(all);
        awaitSeen();
    }

    @Test
    void editsAndDeletionsFollowTheirPost() {
        server.post("old " + id);
        server.plan(List.of("said " + id), null);
        put(MastodonServer.TOKEN);
        String post = read(1).get(0).getString("externalId");
        server.edit(post, "edited " + id);
        read(2);
        assertThat(read(2)).extracting(one -> one.getString("externalId")).containsOnly(post);
    }

    @Test
    void aBoostIsASignalAndNoPost() {
        // Given
        server.post("old " + id);
        server.plan(List.of("said " + id), null);
        try (TopicTail signals =
                new TopicTail(
                        InfrastructureResource.shared().kafka().bootstrapServers(),
                        Topics.SIGNALS)) {
            put(MastodonServer.TOKEN);
            String post = read(1).get(0).getString("externalId");

            // When
            server.boost(post);
            server.post("behind it " + id);

            // Then
            assertThat(signals.atLeast(1))
                    .extracting(signal -> new JsonObject(Buffer.buffer(signal.value())))
                    .anySatisfy(
                            signal -> {
                                assertThat(signal.getString("type")).isEqualTo("amplification");
                                assertThat(signal.getString("source")).isEqualTo("mastodon");
                                assertThat(signal.getString("externalId")).isEqualTo(post);
                                assertThat(signal.getString("postId"))
                                        .isEqualTo(PostId.of("mastodon", post).value());
                            });
            assertThat(read(2))
                    .extracting(one -> one.getString("text"))
                    .containsExactly("said " + id, "behind it " + id);
        }
    }

    @Test
    void whoIsNotLetInIsBlindUntilItIs() {
        put("another-token-of-tests");
        awaitBlind("refused");
        server.plan(List.of("said " + id), END);
        put(MastodonServer.TOKEN);
        read(1);
        awaitSeen();
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
        put(
                source,
                """
                {"type":"mastodon-stream","displayName":"Instance","platform":"mastodon","url":"%s","secrets":["%s"],"pollSeconds":10}\
                """
                        .formatted(server.url(), token));
    }
}
