package org.upstander.alert.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** Changes as they happen, also for one who was away. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class EventsIT extends RestTestBase {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String NOON = "2026-11-20T12:00:00Z";

    @Test
    void aChangeArrivesAndWhoeverWasAwayMissesNothing() {
        // Given
        String id = fresh("in");
        String lastSeen;
        try (EventStream listening = EventStream.open(null)) {
            // When
            incident(id, fresh("cm"), NOON, "open");

            // Then
            await().atMost(SOON).until(() -> listening.of(id).size() == 1);
            EventStream.Event opened = listening.of(id).get(0);
            assertThat(opened.name()).isEqualTo("incident");
            assertThat(opened.data())
                    .contains("\"what\":\"opened\"", "\"state\":\"open\"")
                    .doesNotContain("spineless", "heath");
            lastSeen = opened.id();
        }

        // When
        post(id, "acknowledge");
        post(id, "resolve");

        // Then
        try (EventStream resumed = EventStream.open(lastSeen)) {
            await().atMost(SOON).until(() -> resumed.of(id).size() == 2);
            List<EventStream.Event> missed = resumed.of(id);
            assertThat(missed.get(0).data()).contains("\"what\":\"acknowledged\"");
            assertThat(missed.get(1).data()).contains("\"what\":\"resolved\"");
        }
    }

    @Test
    void aStrangePositionIsRefused() {
        admin().header("Last-Event-ID", "yesterday")
                .get("/v1/events")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("Last-Event-ID"));
    }

    private static void post(String id, String action) {
        admin().urlEncodingEnabled(false)
                .post("/v1/incidents/" + id + ":" + action)
                .then()
                .statusCode(200);
    }
}
