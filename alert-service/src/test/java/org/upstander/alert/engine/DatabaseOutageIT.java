package org.upstander.alert.engine;

import static io.restassured.RestAssured.given;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.upstander.contracts.v1.AssessmentEvent;
import org.upstander.infrastructure.InfrastructureResource;

/** PostgreSQL goes away while assessments keep coming. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class DatabaseOutageIT extends EngineTestBase {

    private static final int HALF = 300;

    @AfterEach
    void startAgain() {
        InfrastructureResource.shared().database().start();
    }

    @Test
    void nothingIsLostAndNothingIsSetAside() {
        // Given
        publishAndWaitForAll(harmless(0, HALF));

        // When
        InfrastructureResource.shared().database().stop();
        publish(harmless(HALF, 2 * HALF));
        publish(posts.attack("bad", "heath", "t1"));
        await().atMost(ofSeconds(20)).until(() -> ready() == 503 && live() == 200);
        await().during(ofSeconds(12)).atMost(ofSeconds(14)).until(() -> live() == 200);
        InfrastructureResource.shared().database().start();

        // Then
        await().atMost(ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(
                                                column(
                                                        "select count(*) from assessment where"
                                                                + " staff_id = ? and id like"
                                                                + " '%-n%'",
                                                        staffId))
                                        .containsExactly(Integer.toString(2 * HALF)));
        await().atMost(ofSeconds(30))
                .untilAsserted(() -> assertThat(channels.sentTo(mail)).hasSize(1));
        await().atMost(ofSeconds(30)).until(() -> ready() == 200);
        assertThat(DeadLetterReader.countNow(staffId)).isZero();
    }

    private AssessmentEvent[] harmless(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> posts.assessment("n" + i, "r1", "a" + i, "t", "neutral", 0, null))
                .toArray(AssessmentEvent[]::new);
    }

    private static int ready() {
        return given().get("/q/health/ready").statusCode();
    }

    private static int live() {
        return given().get("/q/health/live").statusCode();
    }
}
