package org.upstander.alert.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.infrastructure.InfrastructureResource;

/** Lists as JSON and CSV, and what a reader gets who has them already. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class ListFormatIT extends RestTestBase {

    @ParameterizedTest
    @ValueSource(strings = {"/v1/incidents", "/v1/assessments", "/v1/notifications"})
    void aListThatDidNotChangeIs304AndAnotherFormatHasAnotherTag(String list) {
        // Given
        String staff = fresh("cm");
        incident(fresh("in"), staff, "2026-11-20T12:00:00Z", "open");
        String path = list + (list.endsWith("notifications") ? "?incident=" : "?staff=") + staff;

        // When
        Response json = admin().get(path);
        Response csv = admin().header("Accept", "text/csv").get(path);

        // Then
        assertThat(json.header("Vary")).containsIgnoringCase("Accept");
        assertThat(csv.header("ETag")).isNotEqualTo(json.header("ETag"));
        Response same = admin().header("If-None-Match", json.header("ETag")).get(path);
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.asString()).isEmpty();
        assertThat(same.header("ETag")).isEqualTo(json.header("ETag"));
    }

    @Test
    void aListThatChangedIsSentAgain() {
        // Given
        String staff = fresh("cm");
        String id = fresh("in");
        incident(id, staff, "2026-11-20T12:00:00Z", "open");
        String path = "/v1/incidents?staff=" + staff;
        String tag = admin().get(path).header("ETag");

        // When
        sql("update incident set severity = 4 where id = ?", id);

        // Then
        admin().header("If-None-Match", tag).get(path).then().statusCode(200);
    }

    @Test
    void noCellOfACsvIsAFormula() {
        // Given
        String staff = fresh("cm");
        String id = fresh("in");
        incident(id, staff, "2026-11-20T12:00:00Z", "open");
        sql(
                "update incident_author set handle = '=HYPERLINK(\"https://example.org\")' where incident_id = ?",
                id);
        sql(
                "update assessment set author_handle = '@SUM(1+1)', author_id = '-2+3', external_id = E'\\t=1', language = '+1', thread_id = 'a,\"b' where incident_id = ?",
                id);

        // When
        String incidents = csv("/v1/incidents?staff=" + staff);
        String assessments = csv("/v1/assessments?staff=" + staff);

        // Then
        assertThat(incidents)
                .startsWith("id,staffId,state,")
                .contains("\"'=HYPERLINK(\"\"https://example.org\"\")\"")
                .contains("\r\n");
        assertThat(assessments)
                .contains(",'-2+3,", ",'@SUM(1+1),", ",'\t=1,", ",'+1,", ",\"a,\"\"b\",");
    }

    private static String csv(String path) {
        return admin().header("Accept", "text/csv")
                .get(path)
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .header("Content-Disposition", containsString("attachment"))
                .extract()
                .asString();
    }
}
