package org.upstander.ingest;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;
import org.upstander.infrastructure.KafkaBroker;

/** Kafka is away while a hub delivers: it is asked to come again. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class WebsubOutageFaultIT extends WebsubBase {

    private static final String SECRET = "a secret of tests";

    private final KafkaBroker kafka = InfrastructureResource.shared().kafka();

    @AfterEach
    void comeBack() {
        kafka.start();
        await().atMost(60, SECONDS)
                .until(() -> RestAssured.get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void whatIsDeliveredMeanwhileIsNotTakenAndThenIs() {
        // Given
        feedHas();
        watch(",\"secrets\":[\"%s\"]".formatted(SECRET));
        asked(1, "subscribe");
        verify("subscribe", self).statusCode(200);
        String feed = rss(entry(1, "Well judged."));
        kafka.stop();

        // When
        deliver(SECRET, feed).then().statusCode(503);
        deliver("a secret of others", feed).then().statusCode(204);

        // Then
        kafka.start();
        await().atMost(60, SECONDS)
                .untilAsserted(() -> deliver(SECRET, feed).then().statusCode(204));
        assertThat(posts(1).get(0)).contains("Well judged.");
    }
}
