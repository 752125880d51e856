package org.upstander.ingest;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstander.contracts.Topics;
import org.upstander.infrastructure.Database;
import org.upstander.infrastructure.FreePorts;
import org.upstander.infrastructure.Infrastructure;
import org.upstander.infrastructure.InfrastructureResource;

/** A back-fill whose process is killed in the middle. */
class BackfillFaultIT {

    private static final String TOKEN = "a-token-for-this-test-only";
    private static final int POSTS = 50_000;
    private static final int PART = 500;

    @TempDir private Path directory;

    private final int port = FreePorts.one();
    private Process service;

    @AfterEach
    void stop() throws InterruptedException {
        service.destroyForcibly();
        service.waitFor(15, SECONDS);
    }

    @Test
    void whatIsKilledInTheMiddleGoesOnAndLosesNothing() throws Exception {
        // Given
        Path archive = Files.createDirectories(directory.resolve("files"));
        try (BufferedWriter lines = Files.newBufferedWriter(archive.resolve("old.ndjson"))) {
            for (int at = 0; at < POSTS; at++) {
                lines.write(
                        "{\"externalId\":\"old-%d\",\"author\":{\"handle\":\"heath\"},\"text\":\"Number %d.\"}\n"
                                .formatted(at, at));
            }
        }
        Infrastructure infrastructure = InfrastructureResource.shared();
        try (TopicTail topic =
                new TopicTail(infrastructure.kafka().bootstrapServers(), Topics.POSTS)) {
            start(infrastructure, archive);
            call().contentType(Http.JSON)
                    .body(
                            """
                            {"type":"file","displayName":"Archive","platform":"archive","settings":{"path":"old.ndjson"}}""")
                    .put("/v1/sources/killed")
                    .then()
                    .statusCode(201);
            call().post("/v1/sources/killed:backfill").then().statusCode(202);
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> progress().getLong("items") > 0);

            // When
            service.destroyForcibly().waitFor();
            start(infrastructure, archive);
            long before = progress().getLong("items");
            assertThat(before).isBetween(1L, POSTS - 1L);
            assertThat(progress().getString("state")).isEqualTo("running");

            // Then
            await().atMost(Duration.ofSeconds(120))
                    .until(() -> "done".equals(progress().getString("state")));
            assertThat(progress().getLong("accepted")).isEqualTo(POSTS);
            List<ConsumerRecord<String, byte[]>> events = topic.atLeast(POSTS);
            Set<String> ids = new HashSet<>();
            events.forEach(event -> ids.add(TopicTail.header(event, "ce_id")));
            assertThat(ids).hasSize(POSTS);
            // The part under way comes again, with the same ids.
            assertThat(events.size()).isBetween(POSTS, POSTS + PART);
        }
    }

    private void start(Infrastructure infrastructure, Path archive) throws IOException {
        Database database = infrastructure.database();
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-jar",
                        Path.of("target", "quarkus-app", "quarkus-run.jar").toString());
        builder.environment()
                .putAll(
                        Map.of(
                                "KAFKA_BOOTSTRAP_SERVERS",
                                infrastructure.kafka().bootstrapServers(),
                                "UPSTANDER_DB_HOST",
                                database.host(),
                                "UPSTANDER_DB_PORT",
                                Integer.toString(database.port()),
                                "UPSTANDER_DB_NAME",
                                database.name(),
                                "UPSTANDER_DB_USER",
                                database.user(),
                                "UPSTANDER_DB_PASSWORD",
                                database.password(),
                                "UPSTANDER_ADMIN_TOKEN",
                                TOKEN,
                                "UPSTANDER_SOURCE_FILES",
                                archive.toString(),
                                "QUARKUS_HTTP_HOST",
                                "127.0.0.1",
                                "QUARKUS_HTTP_PORT",
                                Integer.toString(port)));
        builder.redirectErrorStream(true).redirectOutput(directory.resolve("log").toFile());
        service = builder.start();
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> call().get("/v1/sources").statusCode() == 200);
    }

    private RequestSpecification call() {
        return RestAssured.given()
                .baseUri("http://127.0.0.1:" + port)
                .header("Authorization", "Bearer " + TOKEN);
    }

    private JsonPath progress() {
        return call().get("/v1/sources/killed/backfill").jsonPath();
    }
}
