package org.upstander.alert.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Topics;
import org.upstander.infrastructure.InfrastructureResource;

/** Tokens by REST, and what of them reaches Kafka. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class TokenIT extends RestTestBase {

    @Test
    void aTokenIsShownOnceWorksAtOnceAndNotAfterItsRevocation() throws Exception {
        // When
        Map<String, Object> made =
                json("{\"name\":\"dashboard\",\"scopes\":[\"incidents:read\"]}")
                        .post("/v1/tokens")
                        .then()
                        .statusCode(201)
                        .header("Cache-Control", equalTo("no-store"))
                        .body("token", matchesPattern("ups_[A-Za-z0-9_-]{43}"))
                        .extract()
                        .as(Map.class);
        String token = (String) made.get("token");
        String id = (String) made.get("id");

        // Then
        with(token).get("/v1/incidents").then().statusCode(200);
        with(token).get("/v1/staff").then().statusCode(403);
        assertThat(wholeList()).contains(id).doesNotContain(token);
        assertThat(column("select document from api_token where id = ?", id).get(0))
                .doesNotContain(token);
        List<TopicReader.Seen> seen = TopicReader.until(Topics.TOKENS, id, list -> !list.isEmpty());
        assertThat(seen.get(0).type()).isEqualTo(EventTypes.TOKEN);
        assertThat(seen.get(0).value().orElseThrow()).contains("incidents:read");

        // When
        admin().delete("/v1/tokens/" + id).then().statusCode(204);

        // Then
        with(token).get("/v1/incidents").then().statusCode(401);
        admin().delete("/v1/tokens/" + id).then().statusCode(404);
        TopicReader.until(
                Topics.TOKENS, id, list -> list.stream().anyMatch(s -> s.value().isEmpty()));
    }

    @Test
    void aTokenNeedsKnownScopesAndAFutureEnd() {
        json("{\"name\":\"\",\"scopes\":[\"everything\"],\"expiresAt\":\"2020-01-01T00:00:00Z\"}")
                .post("/v1/tokens")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/name", "/scopes/0", "/expiresAt"));
    }

    @Test
    void nobodyGetsInWithoutAToken() {
        given().get("/v1/staff").then().statusCode(401).contentType("application/problem+json");
        given().contentType(ContentType.JSON).body("{}").put("/v1/staff/x").then().statusCode(401);
    }

    /** All parts of the list: other tests made tokens too. */
    private static String wholeList() {
        StringBuilder parts = new StringBuilder();
        String next = null;
        do {
            RequestSpecification request = admin().queryParam("limit", 200);
            Response part =
                    (next == null ? request : request.queryParam("cursor", next)).get("/v1/tokens");
            parts.append(part.asString());
            next = part.path("next");
        } while (next != null);
        return parts.toString();
    }
}
