package org.upstander.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;
import org.upstander.infrastructure.KafkaBroker;

/** Kafka is away in the middle of a back-fill: how far it is stands still. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class BackfillOutageFaultIT extends PostsBase {

    private static final Path FILES = Path.of("target/source-files");
    private static final int POSTS = 50_000;

    private final KafkaBroker kafka = InfrastructureResource.shared().kafka();
    private final String source = "away-" + id;

    @BeforeEach
    void ready() throws IOException {
        Files.createDirectories(FILES);
        try (BufferedWriter lines = Files.newBufferedWriter(FILES.resolve(id + ".ndjson"))) {
            for (int at = 0; at < POSTS; at++) {
                lines.write(
                        "{\"externalId\":\"%s-%d\",\"author\":{\"handle\":\"heath\"},\"text\":\"Number %d.\"}\n"
                                .formatted(id, at, at));
            }
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> RestAssured.get("/q/health/ready").statusCode() == 200);
    }

    @AfterEach
    void comeBack() throws IOException {
        kafka.start();
        Http.as(Http.ADMIN).delete("/v1/sources/" + source);
        Files.delete(FILES.resolve(id + ".ndjson"));
    }

    @Test
    void itWaitsForKafkaAndLosesNothing() {
        // Given
        SourceCalls.put(
                        source,
                        """
                        {"type":"file","displayName":"Archive","platform":"archive","settings":{"path":"%s.ndjson"}}"""
                                .formatted(id))
                .then()
                .statusCode(201);
        Http.as(Http.ADMIN).post("/v1/sources/" + source + ":backfill").then().statusCode(202);
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> progress().getLong("items") > 0);

        // When
        kafka.stop();

        // Then: what was on its way when it went is over first
        AtomicLong stood = new AtomicLong(-1);
        await().during(Duration.ofSeconds(4))
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> {
                            long items = progress().getLong("items");
                            return items == stood.getAndSet(items);
                        });
        assertThat(stood.get()).isBetween(500L, POSTS - 1L);
        assertThat(progress().getString("state")).isEqualTo("running");

        // When
        kafka.start();

        // Then
        await().atMost(Duration.ofSeconds(120))
                .until(() -> "done".equals(progress().getString("state")));
        assertThat(progress().getLong("accepted")).isEqualTo(POSTS);
        assertThat(progress().getLong("rejected")).isZero();
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .until(() -> mine().size() >= POSTS);
        Set<String> ids = new HashSet<>();
        mine().forEach(event -> ids.add(TopicTail.header(event, "ce_id")));
        assertThat(ids).hasSize(POSTS);
        assertThat(mine()).as("nothing twice").hasSize(POSTS);
    }

    private List<ConsumerRecord<String, byte[]>> mine() {
        return topic.atLeast(0).stream().filter(event -> event.key().contains(id)).toList();
    }

    private JsonPath progress() {
        return Http.as(Http.ADMIN).get("/v1/sources/" + source + "/backfill").jsonPath();
    }
}
