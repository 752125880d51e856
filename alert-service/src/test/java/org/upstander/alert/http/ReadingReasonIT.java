package org.upstander.alert.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** Who reads the text of an attack may say why, and it is kept. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class ReadingReasonIT extends RestTestBase {

    @Test
    void whyTheTextWasReadStandsBesideWhoReadIt() {
        // Given
        String path = attacked();

        // When
        admin().get(path).then().statusCode(200);
        admin().queryParam("why", "I call her now").get(path).then().statusCode(200);

        // Then: the latest first
        admin().get(path)
                .then()
                .body("evidenceReads[0].why", equalTo("I call her now"))
                .body("evidenceReads[0].by", equalTo("token:admin"))
                .body("evidenceReads[1].why", nullValue());
    }

    @Test
    void aReasonThatIsTooLongOrForgesLinesShowsNothing() {
        String path = attacked();

        admin().queryParam("why", "x".repeat(201)).get(path).then().statusCode(400);
        admin().queryParam("why", "a\nb").get(path).then().statusCode(400);

        assertThat(
                        column(
                                "select id from evidence_read where incident_id = ?",
                                path.substring("/v1/incidents/".length())))
                .isEmpty();
    }

    private static String attacked() {
        String id = fresh("in");
        incident(id, "cm-07", "2026-11-23T12:00:00Z", "open");
        return "/v1/incidents/" + id;
    }
}
