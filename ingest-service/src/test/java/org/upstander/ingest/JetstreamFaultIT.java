package org.upstander.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstander.contracts.Topics;
import org.upstander.infrastructure.Database;
import org.upstander.infrastructure.Infrastructure;
import org.upstander.infrastructure.InfrastructureResource;
import org.upstander.ingest.poll.jetstream.JetstreamServer;

/** A stream whose listener is killed in the middle. */
class JetstreamFaultIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir private Path directory;

    private final String id = UUID.randomUUID().toString();
    private final String source = "stream-" + id;
    private final Infrastructure infrastructure = InfrastructureResource.shared();
    private final JetstreamServer server = new JetstreamServer();
    private final ScheduledExecutorService people = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger said = new AtomicInteger();
    private ServiceProcess service;

    @AfterEach
    void stop() throws InterruptedException {
        people.shutdownNow();
        service.close();
        server.close();
    }

    @Test
    void whatIsKilledInTheMiddleGoesOnWhereItWasAndLosesNothing() throws Exception {
        // Given
        service =
                new ServiceProcess(
                        infrastructure,
                        directory.resolve("log"),
                        Map.of("UPSTANDER_ALLOW_PRIVATE_TARGETS", "127.0.0.0/8"));
        service.start();
        try (TopicTail topic =
                new TopicTail(infrastructure.kafka().bootstrapServers(), Topics.POSTS)) {
            people.scheduleAtFixedRate(this::post, 0, 10, TimeUnit.MILLISECONDS);
            put();
            await().pollInSameThread()
                    .atMost(PATIENCE)
                    .until(() -> !mine(topic.atLeast(0)).isEmpty());
            int taken = said.get();
            await().atMost(PATIENCE).until(() -> said.get() >= taken + 50);

            // When
            service.kill();
            int atDeath = said.get();
            await().atMost(PATIENCE).until(() -> said.get() >= atDeath + 200);
            people.shutdown();
            assertThat(people.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
            int all = said.get();
            service.start();
            endLease();

            // Then
            await().pollInSameThread()
                    .atMost(PATIENCE)
                    .until(() -> ids(topic.atLeast(0)).size() >= all);
            List<ConsumerRecord<String, byte[]>> events = mine(topic.atLeast(0));
            assertThat(ids(events)).hasSize(all);
            // What was under way comes again, with the same ids; what was kept does not.
            assertThat(events.size()).isBetween(all, all + atDeath);
            assertThat(cursor(server.queries().get(server.queries().size() - 1)))
                    .isGreaterThan(cursor(server.queries().get(0)));
        }
    }

    private void post() {
        server.post(id + "-" + said.get(), "said " + id);
        said.incrementAndGet();
    }

    private void put() {
        service.call()
                .contentType(Http.JSON)
                .body(
                        """
                        {"type":"bluesky","displayName":"Bluesky","platform":"bluesky","url":"%s","pollSeconds":10}"""
                                .formatted(server.url()))
                .put("/v1/sources/" + source)
                .then()
                .statusCode(201);
    }

    /** Whoever was killed keeps its turn for two minutes, which no test has to wait for. */
    private void endLease() throws SQLException {
        Database database = infrastructure.database();
        try (Connection connection =
                        DriverManager.getConnection(
                                "jdbc:postgresql://%s:%d/%s"
                                        .formatted(
                                                database.host(), database.port(), database.name()),
                                database.user(),
                                database.password());
                PreparedStatement statement =
                        connection.prepareStatement(
                                "update ingest.poll set leased_until = now() - interval '1 second'"
                                        + " where source_id = ?")) {
            statement.setString(1, source);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private List<ConsumerRecord<String, byte[]>> mine(List<ConsumerRecord<String, byte[]>> all) {
        return all.stream().filter(event -> TopicTail.value(event).contains(id)).toList();
    }

    private Set<String> ids(List<ConsumerRecord<String, byte[]>> all) {
        Set<String> ids = new HashSet<>();
        mine(all).forEach(event -> ids.add(TopicTail.header(event, "ce_id")));
        return ids;
    }

    private static long cursor(String query) {
        return Long.parseLong(query.replaceAll(".*cursor=(\\d+).*", "$1"));
    }
}
