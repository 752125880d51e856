package org.upstander.alert.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.upstander.access.KnownTokens;
import org.upstander.alert.application.directory.ApiTokens;
import org.upstander.infrastructure.InfrastructureResource;

/** Tokens after a restart with a Kafka that lost them: the database alone decides. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(StoredTokenResource.class)
class TokenRestartIT extends RestTestBase {

    private static final Duration SOON = Duration.ofSeconds(15);

    @Inject ApiTokens tokens;
    @Inject KnownTokens known;

    @Test
    void aTokenThatWasStoredBeforeTheStartIsAccepted() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(status(StoredTokenResource.SECRET)).isEqualTo(200));
        with(StoredTokenResource.SECRET).get("/v1/staff").then().statusCode(403);
    }

    @Test
    void aRevokedTokenStaysRevokedWhenTheDatabaseIsReadAgain() {
        // Given
        Map<String, Object> kept = issue();
        Map<String, Object> revoked = issue();
        admin().delete("/v1/tokens/" + revoked.get("id")).then().statusCode(204);

        // When: what this instance remembers is gone, as after a restart
        known.remove((String) kept.get("id"));
        assertThat(status(kept.get("token"))).isEqualTo(401);
        tokens.acceptAllHere().await().atMost(SOON);

        // Then
        assertThat(status(kept.get("token"))).isEqualTo(200);
        assertThat(status(revoked.get("token"))).isEqualTo(401);
    }

    private static Map<String, Object> issue() {
        return json("{\"name\":\"dashboard\",\"scopes\":[\"incidents:read\"]}")
                .post("/v1/tokens")
                .then()
                .statusCode(201)
                .extract()
                .as(Map.class);
    }

    private static int status(Object token) {
        return with((String) token).get("/v1/incidents").statusCode();
    }
}
