package org.upstander.alert.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.upstander.alert.http.DirectoryBodies.staff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Topics;
import org.upstander.infrastructure.InfrastructureResource;

/** What of the staff reaches Kafka. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class RosterIT extends RestTestBase {

    @Inject ObjectMapper json;

    @Test
    void theRosterHearsOfEachChangeOnceAndOfTheRemoval() throws Exception {
        // Given
        String id = fresh("cm");

        // When
        json(staff("ct-none")).put("/v1/staff/" + id).then().statusCode(201);
        json(staff("ct-none")).put("/v1/staff/" + id).then().statusCode(200);
        admin().delete("/v1/staff/" + id).then().statusCode(204);
        admin().delete("/v1/staff/" + id).then().statusCode(404);
        admin().get("/v1/staff/" + id).then().statusCode(404);

        // Then
        List<TopicReader.Seen> seen =
                TopicReader.until(Topics.ROSTER, id, list -> list.size() == 2);
        assertThat(seen.get(0).type()).isEqualTo(EventTypes.ROSTER_ENTRY);
        JsonNode entry = json.readTree(seen.get(0).value().orElseThrow());
        assertThat(entry.path("staffId").asText()).isEqualTo(id);
        assertThat(entry.path("protectedIdentifiers")).hasSize(2);
        assertThat(entry.path("protectedIdentifiers").get(0).path("hash").asText())
                .matches("[0-9a-f]{64}");
        assertThat(entry.toString()).doesNotContain("dana@example.org", "ct-none", "555");
        assertThat(seen.get(1).value()).isEqualTo(Optional.empty());
    }

    @Test
    void theRosterHearsOfAPersonsOwnBar() throws Exception {
        // Given
        String id = fresh("cm");

        // When
        json("{\"displayName\":\"Dana\",\"attackThreshold\":0.25}")
                .put("/v1/staff/" + id)
                .then()
                .statusCode(201);

        // Then
        String entry =
                TopicReader.until(Topics.ROSTER, id, list -> !list.isEmpty())
                        .get(0)
                        .value()
                        .orElseThrow();
        assertThat(json.readTree(entry).path("attackThreshold").asDouble()).isEqualTo(0.25);
    }

    @Test
    void theRosterCanBeWrittenAgain() {
        // Given
        String id = fresh("cm");
        json(staff("ct-none")).put("/v1/staff/" + id).then().statusCode(201);

        // When
        admin().urlEncodingEnabled(false)
                .post("/v1/roster:republish")
                .then()
                .statusCode(200)
                .body("staff", not(equalTo(0)));
        admin().urlEncodingEnabled(false)
                .post("/v1/roster%3Arepublish")
                .then()
                .statusCode(200)
                .body("staff", not(equalTo(0)));

        // Then
        await().atMost(Duration.ofSeconds(15))
                .until(() -> TopicReader.until(Topics.ROSTER, id, list -> true).size() >= 3);
    }
}
