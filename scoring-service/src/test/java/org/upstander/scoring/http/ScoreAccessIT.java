package org.upstander.scoring.http;

import static io.restassured.RestAssured.given;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** Who may ask for scores and for the model card. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class ScoreAccessIT extends ScoreBase {

    @Test
    void whoHasNoTokenIsRefused() {
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/score")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        given().get("/v1/model").then().statusCode(401);
        given().get("/q/metrics").then().statusCode(401);
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/openapi").then().statusCode(200);
    }

    @Test
    void theScopeScoreIsEnoughAndAnotherIsNot() {
        // Given
        String score = Tokens.issue("score");
        String other = Tokens.issue("posts:write");
        // When, Then
        await().atMost(ofSeconds(20))
                .untilAsserted(
                        () -> given().auth().oauth2(score).get("/v1/model").then().statusCode(200));
        await().atMost(ofSeconds(20))
                .untilAsserted(
                        () -> given().auth().oauth2(other).get("/v1/model").then().statusCode(403));
        given().auth()
                .oauth2(score)
                .contentType(ContentType.JSON)
                .body(Map.of("posts", List.of(post("1", ATTACK))))
                .post("/v1/score")
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(other)
                .contentType(ContentType.JSON)
                .body(Map.of("posts", List.of(post("1", ATTACK))))
                .post("/v1/score")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }
}
