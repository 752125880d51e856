package org.upstander.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstander.contracts.Topics;
import org.upstander.infrastructure.Infrastructure;
import org.upstander.infrastructure.InfrastructureResource;

/** A back-fill whose process is killed in the middle. */
class BackfillFaultIT {

    private static final int POSTS = 50_000;
    private static final String KEY = "ZXZpZGVuY2Uta2V5LW9mLXRoZS10ZXN0cy0zMi1ieXQ=";

    @TempDir private Path directory;

    private ServiceProcess service;

    @AfterEach
    void stop() throws InterruptedException {
        service.close();
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
        String kafka = infrastructure.kafka().bootstrapServers();
        try (TopicTail topic = new TopicTail(kafka, Topics.POSTS);
                TopicTail originals = new TopicTail(kafka, Topics.ORIGINALS)) {
            service =
                    new ServiceProcess(
                            infrastructure,
                            directory.resolve("log"),
                            Map.of(
                                    "UPSTANDER_SOURCE_FILES",
                                    archive.toString(),
                                    "UPSTANDER_EVIDENCE_KEY",
                                    KEY));
            service.start();
            service.call()
                    .contentType(Http.JSON)
                    .body(
                            """
                            {"type":"file","displayName":"Archive","platform":"archive","settings":{"path":"old.ndjson"}}""")
                    .put("/v1/sources/killed")
                    .then()
                    .statusCode(201);
            service.call().post("/v1/sources/killed:backfill").then().statusCode(202);
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> progress().getLong("items") > 0);

            // When
            service.kill();
            service.start();
            long before = progress().getLong("items");
            assertThat(before).isBetween(1L, POSTS - 1L);
            assertThat(progress().getString("state")).isEqualTo("running");

            // Then
            await().atMost(Duration.ofSeconds(120))
                    .until(() -> "done".equals(progress().getString("state")));
            assertThat(progress().getLong("accepted")).isEqualTo(POSTS);
            List<ConsumerRecord<String, byte[]>> events = topic.all();
            assertThat(ids(events)).hasSize(POSTS);
            assertThat(ids(originals.all())).isEqualTo(ids(events));
            assertThat(events).as("nothing twice").hasSize(POSTS);
        }
    }

    private static Set<String> ids(List<ConsumerRecord<String, byte[]>> events) {
        return events.stream()
                .map(event -> TopicTail.header(event, "ce_id"))
                .collect(Collectors.toSet());
    }

    private JsonPath progress() {
        return service.call().get("/v1/sources/killed/backfill").jsonPath();
    }
}
