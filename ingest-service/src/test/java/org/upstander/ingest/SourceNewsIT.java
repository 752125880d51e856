package org.upstander.ingest;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Headers;
import org.upstander.contracts.Topics;
import org.upstander.infrastructure.Database;
import org.upstander.infrastructure.InfrastructureResource;
import org.upstander.infrastructure.KafkaBroker;
import org.upstander.ingest.application.health.TellSights;

/** What others are told of a source, by an instance that looks all the time. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class SourceNewsIT {

    private static final String SECRET = "a secret of tests";

    @Inject TellSights tellSights;

    private final KafkaBroker kafka = InfrastructureResource.shared().kafka();
    private final String source = "slack-" + UUID.randomUUID();
    private TopicTail topic;

    @BeforeEach
    void watch() {
        topic = new TopicTail(kafka.bootstrapServers(), Topics.SOURCES);
        put("Team");
    }

    @AfterEach
    void forget() {
        kafka.start();
        Http.as(Http.ADMIN).delete("/v1/sources/" + source).then().statusCode(oneOf(204, 404));
        topic.close();
    }

    @Test
    void eachChangeIsToldOnceWithSinceWhen() {
        // Given
        assertThat(states(1)).containsExactly("sees");
        Instant before = Instant.now();

        // When
        dropEvents();
        assertThat(states(2)).containsExactly("sees", "blind");
        post();

        // Then
        assertThat(states(3)).containsExactly("sees", "blind", "sees");
        JsonPath blind = JsonPath.from(TopicTail.value(mine().get(1)));
        assertThat(blind.getString("displayName")).isEqualTo("Team");
        assertThat(blind.getString("platform")).isEqualTo("slack");
        assertThat(blind.getString("cause")).isEqualTo("rate-limited");
        assertThat(Instant.parse(blind.getString("since"))).isBetween(before, Instant.now());
        assertThat(TopicTail.header(mine().get(1), Headers.TYPE)).isEqualTo(EventTypes.SOURCE);
    }

    @Test
    void whoRestsOrIsRenamedIsToldAndWhoIsGoneIsRemoved() {
        // Given
        states(1);

        // When
        put("Team of moderators");
        states(2);
        Http.as(Http.ADMIN).post("/v1/sources/" + source + ":pause").then().statusCode(200);
        states(3);
        Http.as(Http.ADMIN).delete("/v1/sources/" + source).then().statusCode(204);

        // Then
        assertThat(states(4)).containsExactly("sees", "sees", "paused", "gone");
        JsonPath first = JsonPath.from(TopicTail.value(mine().get(0)));
        JsonPath renamed = JsonPath.from(TopicTail.value(mine().get(1)));
        assertThat(renamed.getString("displayName")).isEqualTo("Team of moderators");
        assertThat(renamed.getString("since")).isEqualTo(first.getString("since"));
    }

    @Test
    void manyLooksTellOnce() {
        // Given
        states(1);
        dropEvents();

        // When: as many instances would, all the while
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> {
                            looks();
                            assertThat(states(0)).contains("blind");
                        });
        looks();
        post();

        // Then
        assertThat(states(3)).containsExactly("sees", "blind", "sees");
    }

    @Test
    void whileKafkaIsAwayItIsKeptAndToldLater() {
        // Given
        states(1);
        kafka.stop();

        // When
        dropEvents();
        await().untilAsserted(() -> assertThat(shown()).isEqualTo("blind"));
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(10))
                .until(() -> RestAssured.get("/q/health/live").statusCode() == 200);
        kafka.start();

        // Then
        assertThat(states(2)).containsExactly("sees", "blind");
        await().atMost(30, SECONDS)
                .until(() -> RestAssured.get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void whatAnInstanceToldAndDidNotMarkIsToldAgainAsItWas() throws SQLException {
        // Given
        states(1);

        // When: it died in between, and its lease is over
        Database database = InfrastructureResource.shared().database();
        String url =
                "jdbc:postgresql://%s:%d/%s"
                        .formatted(database.host(), database.port(), database.name());
        try (Connection connection =
                        DriverManager.getConnection(url, database.user(), database.password());
                PreparedStatement unmark =
                        connection.prepareStatement(
                                "update ingest.source_told set told = false where source_id = ?")) {
            unmark.setString(1, source);
            unmark.execute();
        }

        // Then
        assertThat(states(2)).containsExactly("sees", "sees");
        assertThat(TopicTail.value(mine().get(1))).isEqualTo(TopicTail.value(mine().get(0)));
    }

    private void looks() {
        CompletableFuture<?>[] all =
                IntStream.range(0, 8)
                        .mapToObj(
                                i ->
                                        tellSights
                                                .look()
                                                .thenCompose(seen -> tellSights.tell())
                                                .toCompletableFuture())
                        .toArray(CompletableFuture[]::new);
        assertThat(CompletableFuture.allOf(all)).succeedsWithin(Duration.ofSeconds(20));
    }

    private void put(String name) {
        SourceCalls.put(
                        source,
                        """
                        {"type":"slack","displayName":"%s","platform":"slack","secrets":["%s"]}"""
                                .formatted(name, SECRET))
                .then()
                .statusCode(oneOf(200, 201));
    }

    /** Slack says that there were too many. */
    private void dropEvents() {
        slack("{\"type\":\"app_rate_limited\",\"team_id\":\"T1\"}").statusCode(204);
    }

    private void post() {
        slack(
                        """
              {"type":"event_callback","event_id":"%s","event":{"type":"message","channel":"C1",
               "channel_type":"channel","user":"U1","text":"Back again.","ts":"1772600000.000001"}}"""
                                .formatted(source))
                .statusCode(202);
    }

    private ValidatableResponse slack(String body) {
        String at = Long.toString(Instant.now().getEpochSecond());
        return SourceCalls.deliver(
                        source,
                        Map.of(
                                "X-Slack-Request-Timestamp",
                                at,
                                "X-Slack-Signature",
                                "v0=" + SourceCalls.hmac(SECRET, "v0:" + at + ":" + body)),
                        body)
                .then();
    }

    private String shown() {
        return Http.as(Http.ADMIN)
                .get("/v1/sources/" + source)
                .jsonPath()
                .getString("health.state");
    }

    private List<ConsumerRecord<String, byte[]>> mine() {
        return topic.atLeast(0).stream().filter(one -> source.equals(one.key())).toList();
    }

    /** Of this test's source, once there are so many. */
    private List<String> states(int count) {
        List<String> states = new ArrayList<>();
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> {
                            states.clear();
                            mine().stream().map(SourceNewsIT::state).forEach(states::add);
                            return states.size() >= count;
                        });
        return states;
    }

    private static String state(ConsumerRecord<String, byte[]> event) {
        return event.value() == null
                ? "gone"
                : JsonPath.from(TopicTail.value(event)).getString("state");
    }
}
