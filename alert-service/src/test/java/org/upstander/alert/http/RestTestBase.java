package org.upstander.alert.http;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.upstander.infrastructure.Database;
import org.upstander.infrastructure.InfrastructureResource;

/** Calls the service as an operator does, and looks into its tables. */
abstract class RestTestBase {

    static final String ADMIN = "demo-admin-token";

    /** The tables come behind the start: until then the service is live, but not ready. */
    @BeforeEach
    void untilReady() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    }

    static RequestSpecification admin() {
        return with(ADMIN);
    }

    static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    static RequestSpecification json(Object body) {
        return admin().contentType(ContentType.JSON).body(body);
    }

    static String fresh(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    static String tokenWith(String... scopes) {
        String list = String.join("\",\"", scopes);
        return json("{\"name\":\"test\",\"scopes\":[\"" + list + "\"]}")
                .post("/v1/tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }

    static void sql(String statement, Object... parameters) {
        try (Connection connection = connection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int at = 0; at < parameters.length; at++) {
                prepared.setObject(at + 1, parameters[at]);
            }
            prepared.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of the rows, as text. */
    static List<String> column(String query, Object... parameters) {
        try (Connection connection = connection();
                PreparedStatement prepared = connection.prepareStatement(query)) {
            for (int at = 0; at < parameters.length; at++) {
                prepared.setObject(at + 1, parameters[at]);
            }
            List<String> values = new ArrayList<>();
            try (ResultSet rows = prepared.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes an incident as the engine would, with one post of evidence. */
    static void incident(String id, String staff, String openedAt, String state) {
        sql(
                """
                insert into incident (id, staff_id, state, severity, categories, sources, post_count, author_count,
                                      opened_at, last_activity_at, version)
                values (?, ?, ?, 2, '{insult}', '{forum}', 1, 1, cast(? as timestamptz), cast(? as timestamptz), 0)
                """,
                id,
                staff,
                state,
                openedAt,
                openedAt);
        sql(
                "insert into incident_author (incident_id, author_key, source, author_id, handle) values (?, ?, 'forum', '8', 'heath')",
                id,
                "k-" + id);
        sql(
                "insert into timeline (incident_id, at, what, reason) values (?, cast(? as timestamptz), 'opened', 'First attack.')",
                id,
                openedAt);
        sql(
                """
                insert into assessment (id, post_id, revision, staff_id, source, external_id, author_key, author_id, author_handle,
                    posted_at, assessed_at, recorded_at, verdict, severity, score, categories, binding, spam, model, incident_id)
                values (?, ?, 'r1', ?, 'forum', '1', 'k', '8', 'heath', cast(? as timestamptz), now(), now(), 'attack', 2, 0.9,
                    '{insult}', 'name', false, 'm', ?)
                """,
                "as-" + id,
                "po-" + id,
                staff,
                openedAt,
                id);
        sql(
                """
                insert into evidence (assessment_id, incident_id, post_id, revision, source, external_id, author_id, author_handle,
                    author_name, posted_at, severity, categories, spans, text)
                values (?, ?, ?, 'r1', 'forum', '1', '8', 'heath', 'Heath', cast(? as timestamptz), 2, '{insult}',
                    '[{"start":0,"end":4,"category":"insult","weight":0.7}]', 'what a spineless cheat')
                """,
                "as-" + id,
                id,
                "po-" + id,
                openedAt);
    }

    private static Connection connection() throws SQLException {
        Database database = InfrastructureResource.shared().database();
        return DriverManager.getConnection(
                "jdbc:postgresql://%s:%d/%s"
                        .formatted(database.host(), database.port(), database.name()),
                database.user(),
                database.password());
    }
}
