package org.upstander.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.infrastructure.Database;
import org.upstander.infrastructure.InfrastructureResource;

@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class SourcesIT {

    private final String id = "s-" + UUID.randomUUID();

    @Test
    void aSourceIsPutShownListedAndGone() {
        // When
        SourceCalls.put(id, SourceCalls.discourse("a secret of tests"))
                .then()
                .statusCode(201)
                .header("Location", "/v1/sources/" + id);
        SourceCalls.put(id, SourceCalls.discourse("a secret of tests")).then().statusCode(200);

        // Then
        Http.as(Http.ADMIN)
                .get("/v1/sources/" + id)
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("type", equalTo("discourse"))
                .body("platform", equalTo("forum"))
                .body("expectedRhythm", equalTo("PT6H"))
                .body("secretCount", equalTo(1))
                .body("webhook", equalTo("/v1/webhooks/" + id))
                .body("health.state", equalTo("sees"));
        Http.as(Http.ADMIN).get("/v1/sources").then().body("items.id", hasItem(id));
        Http.as(Http.ADMIN).delete("/v1/sources/" + id).then().statusCode(204);
        Http.as(Http.ADMIN).get("/v1/sources/" + id).then().statusCode(404);
        Http.as(Http.ADMIN).delete("/v1/sources/" + id).then().statusCode(404);
    }

    @Test
    void secretsAreSealedAndNeverShown() throws SQLException {
        SourceCalls.put(id, SourceCalls.discourse("a secret of tests"))
                .then()
                .body(not(containsString("a secret of tests")));
        assertThat(Http.as(Http.ADMIN).get("/v1/sources").asString())
                .doesNotContain("a secret of tests");
        Database database = InfrastructureResource.shared().database();
        String url =
                "jdbc:postgresql://%s:%d/%s"
                        .formatted(database.host(), database.port(), database.name());
        try (Connection connection =
                        DriverManager.getConnection(url, database.user(), database.password());
                ResultSet rows =
                        connection
                                .createStatement()
                                .executeQuery(
                                        "select secrets from ingest.source where id = '"
                                                + id
                                                + "'")) {
            assertThat(rows.next()).isTrue();
            assertThat(new String(rows.getBytes(1), StandardCharsets.ISO_8859_1))
                    .doesNotContain("secret");
        }
    }

    @Test
    void whoPutsNoSecretsKeepsThoseThatAreKnown() {
        SourceCalls.put(id, SourceCalls.discourse("a secret of tests"));
        SourceCalls.put(
                        id,
                        """
                        {"type":"discourse","displayName":"Renamed","platform":"forum"}""")
                .then()
                .statusCode(200)
                .body("displayName", equalTo("Renamed"))
                .body("secretCount", equalTo(1));
    }

    @Test
    void aSourceRestsAndGoesOn() {
        SourceCalls.put(id, SourceCalls.discourse("a secret of tests"));
        Http.as(Http.ADMIN)
                .post("/v1/sources/" + id + ":pause")
                .then()
                .statusCode(200)
                .body("paused", equalTo(true))
                .body("health.state", equalTo("paused"));
        RestAssured.given()
                .urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + Http.ADMIN)
                .post("/v1/sources/" + id + "%3Aresume")
                .then()
                .statusCode(200)
                .body("paused", equalTo(false));
        Http.as(Http.ADMIN).post("/v1/sources/unknown:pause").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"discourse\" | \"carrier-pigeon\" | /type",
                "\"secrets\":[\"a secret of tests\"], | '' | /secrets",
                "[\"a secret of tests\"] | [\"short\"] | /secrets/0",
                "[\"a secret of tests\"] | [\"12345678\",\"12345678\",\"12345678\"] | /secrets",
                "[\"a secret of tests\"] | [\"a\\u0000secret\"] | /secrets/0",
                "\"PT6H\" | \"often\" | /expectedRhythm",
                "\"PT6H\" | \"PT1S\" | /expectedRhythm",
                "\"forum\" | null | /platform",
                "\"expectedRhythm\" | \"expectedRythm\" | /expectedRythm",
                "\"expectedRhythm\":\"PT6H\" | \"pollSeconds\":1 | /pollSeconds",
                "\"expectedRhythm\":\"PT6H\" | \"url\":\"file:///etc/passwd\" | /url",
                "\"expectedRhythm\":\"PT6H\" | \"id\":\"other\" | /id",
                "\"expectedRhythm\":\"PT6H\" | \"settings\":{\"mapping\":{\"text\":\"/t\"}} | /settings/mapping",
                "\"expectedRhythm\":\"PT6H\" | \"settings\":{\"postsPerMinute\":0} | /settings/postsPerMinute",
            })
    void whatIsWrongIsNamed(String part, String wrong, String pointer) {
        String body = SourceCalls.discourse("a secret of tests");
        assertThat(body).contains(part);
        SourceCalls.put(id, body.replace(part, wrong))
                .then()
                .statusCode(400)
                .contentType(Http.PROBLEM)
                .body("errors[0].pointer", equalTo(pointer));
        Http.as(Http.ADMIN).get("/v1/sources/" + id).then().statusCode(404);
    }

    @Test
    void onlyAdministratorsPutAndNobodyLooksUnasked() {
        RestAssured.given().get("/v1/sources").then().statusCode(401);
        RestAssured.given()
                .contentType(Http.JSON)
                .body(SourceCalls.discourse("a secret of tests"))
                .put("/v1/sources/" + id)
                .then()
                .statusCode(401);
        Http.as(Http.ADMIN).post("/v1/sources/" + id).then().statusCode(405);
    }
}
