package org.upstander.alert.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.infrastructure.InfrastructureResource;

/** People say what posts really are, and the model is measured by it. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class ReviewIT extends RestTestBase {

    private static final String TEXT = "what a spineless cheat";

    private String incident;
    private String assessment;
    private String staff;
    private String model;

    @BeforeEach
    void attack() {
        model = fresh("model");
        incident = attackIncident();
        assessment = "as-" + incident;
    }

    private String attackIncident() {
        String id = fresh("in");
        staff = fresh("cm");
        incident(id, staff, "2026-11-20T12:00:00Z", "open");
        sql("update assessment set model = ? where id = ?", model, "as-" + id);
        return id;
    }

    private String harmless() {
        String id = attackIncident();
        sql("update assessment set verdict = 'neutral', severity = 0 where id = ?", "as-" + id);
        return "as-" + id;
    }

    @Test
    void aVerdictIsNotedAndASecondOneOfTheSamePersonReplacesIt() {
        // When
        onIncident("{\"assessmentId\":\"%s\",\"verdict\":\"criticism\"}".formatted(assessment))
                .statusCode(204);
        onIncident(
                        "{\"assessmentId\":\"%s\",\"verdict\":\"attack\",\"note\":\"after all\"}"
                                .formatted(assessment))
                .statusCode(204);
        onIncident(
                        "{\"assessmentId\":\"%s\",\"verdict\":\"spam\",\"by\":\"Lea\"}"
                                .formatted(assessment))
                .statusCode(204);

        // Then
        assertThat(
                        column(
                                "select reviewer || ' ' || verdict || coalesce(' ' || note, '') from review"
                                        + " where assessment_id = ? order by 1",
                                assessment))
                .containsExactly("Lea spam", "token:admin attack after all");
        assertThat(column("select state from incident where id = ?", incident))
                .containsExactly("open");
    }

    @Test
    void precisionAndRecallFollowFromTheVerdicts() {
        // Given: three attacks, of which two are right, and one that was missed
        onAssessment(assessment, "attack").statusCode(204);
        onAssessment("as-" + attackIncident(), "attack").statusCode(204);
        onAssessment("as-" + attackIncident(), "mistaken-person").statusCode(204);
        onAssessment(harmless(), "attack").statusCode(204);
        onAssessment(harmless(), "criticism").statusCode(204);

        // When, Then
        String own = "items.find { it.model == '%s' }.".formatted(model);
        admin().get("/v1/model")
                .then()
                .statusCode(200)
                .body(own + "source", equalTo("forum"))
                .body(own + "reviewed", equalTo(5))
                .body(own + "attacks", equalTo(3))
                .body(own + "rightAttacks", equalTo(2))
                .body(own + "missedAttacks", equalTo(1))
                .body(own + "mistakenPerson", equalTo(1))
                .body(own + "precision.doubleValue()", closeTo(0.6667, 1e-4))
                .body(own + "recall.doubleValue()", closeTo(0.6667, 1e-4));
    }

    @Test
    void theExportHasTextsOnlyWhereTheyAreAskedForAndThatIsNoted() {
        // Given
        onAssessment(assessment, "criticism").statusCode(204);

        // When
        admin().get("/v1/reviews?staff=" + staff)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].assessed.verdict", equalTo("attack"))
                .body("items[0].review.verdict", equalTo("criticism"))
                .body("items[0].text", nullValue());
        assertThat(reads()).isEmpty();
        admin().get("/v1/reviews?text=true&staff=" + staff)
                .then()
                .statusCode(200)
                .body("items[0].text", equalTo(TEXT));

        // Then
        assertThat(reads()).containsExactly("token:admin");
        admin().accept("text/csv")
                .get("/v1/reviews?staff=" + staff)
                .then()
                .statusCode(200)
                .body(containsString("criticism"))
                .body(not(containsString(TEXT)));
    }

    @Test
    void onlyAdministratorsTakeReviewsAway() {
        with(tokenWith("incidents:read")).get("/v1/reviews").then().statusCode(403);
        with(tokenWith("incidents:read")).get("/v1/model").then().statusCode(200);
    }

    @Test
    void anAssessmentOfAnotherIncidentIsNotFound() {
        String other = "as-" + attackIncident();
        onIncident("{\"assessmentId\":\"%s\",\"verdict\":\"attack\"}".formatted(other))
                .statusCode(404);
        onAssessment("as-unknown", "attack").statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"verdict":"attack"}                                  | /assessmentId
                    {"assessmentId":"x"}                                  | /verdict
                    {"assessmentId":"x","verdict":"rude"}                 | /verdict
                    {"assessmentId":"x","verdict":"spam","note":" "}      | /note
                    {"assessmentId":"x","verdict":"spam","shoe":"x"}      | /shoe
                    """)
    void whatIsWrongWithTheBodyIsSaidWithItsField(String body, String pointer) {
        onIncident(body).statusCode(400).body("errors[0].pointer", equalTo(pointer));
    }

    private ValidatableResponse onIncident(String body) {
        return admin().urlEncodingEnabled(false)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/incidents/" + incident + ":verdict")
                .then();
    }

    private ValidatableResponse onAssessment(String id, String verdict) {
        return admin().urlEncodingEnabled(false)
                .contentType(ContentType.JSON)
                .body("{\"verdict\":\"" + verdict + "\"}")
                .post("/v1/assessments/" + id + ":verdict")
                .then();
    }

    private List<String> reads() {
        return column("select reader from evidence_read where incident_id = ?", incident);
    }
}
