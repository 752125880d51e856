package org.upstander.ingest;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.contracts.Topics;
import org.upstander.infrastructure.InfrastructureResource;
import org.upstander.infrastructure.KafkaBroker;

/**
 * The broker goes away and comes back. It is shared with the other tests, so it always comes back.
 */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class KafkaOutageFaultIT {

    private static final long PROMISED_MILLIS = 2000;

    @Inject MeterRegistry registry;

    private final KafkaBroker kafka = InfrastructureResource.shared().kafka();
    private final String id = UUID.randomUUID().toString();

    @BeforeEach
    void ready() {
        await().atMost(30, SECONDS).until(() -> status("/q/health/ready") == 200);
        assertThat(Http.posts(Http.post(id + "-warm", "a")).statusCode()).isEqualTo(202);
    }

    @AfterEach
    void comeBack() {
        kafka.start();
    }

    @Test
    void awayIsA503WithinTwoSecondsAndBackIsA202WithoutAHand() {
        // Given
        double unavailable =
                registry.get("upstander.ingest.unavailable").tag("kind", "post").counter().count();
        kafka.stop();

        // When
        List<Response> refused = new ArrayList<>();
        refused.add(Http.posts(Http.post(id + "-0", "a")));
        refused.add(Http.posts("[" + Http.post(id + "-1", "a") + ",{}]"));
        refused.add(Http.lines(Http.post(id + "-2", "a") + "\n" + Http.post(id + "-3", "a")));
        refused.add(
                Http.signals(
                        "{\"type\":\"contact-attempt\",\"kind\":\"call\",\"author\":\"heath\","
                                + "\"at\":\"2026-11-23T12:00:00Z\"}"));

        // Then
        assertThat(refused)
                .allSatisfy(
                        answer -> {
                            answer.then()
                                    .statusCode(503)
                                    .contentType(Http.PROBLEM)
                                    .header("Retry-After", equalTo("1"))
                                    .body(
                                            "type",
                                            equalTo("urn:upstander:problem:kafka-unavailable"))
                                    .body("detail", containsString("send the same request again"));
                            assertThat(answer.time()).isLessThan(PROMISED_MILLIS);
                        });
        assertThat(
                        registry.get("upstander.ingest.unavailable")
                                        .tag("kind", "post")
                                        .counter()
                                        .count()
                                - unavailable)
                .isEqualTo(4);
        await().atMost(10, SECONDS).until(() -> status("/q/health/ready") == 503);
        assertThat(status("/q/health/live")).isEqualTo(200);

        // When
        kafka.start();

        // Then
        await().atMost(30, SECONDS).until(() -> status("/q/health/ready") == 200);
        try (TopicTail topic = new TopicTail(kafka.bootstrapServers(), Topics.POSTS)) {
            assertThat(Http.posts(Http.post(id + "-4", "a")).statusCode()).isEqualTo(202);
            assertThat(topic.atLeast(1))
                    .anySatisfy(e -> assertThat(e.key()).isEqualTo("forum/" + id + "-4"));
        }
    }

    private static int status(String path) {
        return RestAssured.get(path).statusCode();
    }
}
