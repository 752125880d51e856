package org.upstander.alert.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.alert.http.AssessmentFeed.Draft;
import org.upstander.alert.notify.ReceiversResource;
import org.upstander.infrastructure.InfrastructureResource;

/** What REST shows of an incident that came in by Kafka and whose page reached a real receiver. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ReceiversResource.class)
class IncidentReadingIT extends RestTestBase {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String TEXT = "Dana is a spineless cheat";

    private String staff;
    private String contact;

    @BeforeEach
    void employ() {
        staff = fresh("cm");
        contact = fresh("ct");
        String hook = "/hooks/" + contact;
        ReceiversResource.receiver()
                .stubFor(post(urlEqualTo(hook)).willReturn(aResponse().withStatus(204)));
        json("""
             {"displayName":"Lead","methods":[{"channel":"webhook","address":"http://127.0.0.1:%d%s","verified":true}]}"""
                        .formatted(ReceiversResource.receiver().port(), hook))
                .put("/v1/contacts/" + contact)
                .then()
                .statusCode(201);
        json("""
             {"displayName":"Dana Okafor","names":["Dana"],"escalation":{"contactId":"%s"}}"""
                        .formatted(contact))
                .put("/v1/staff/" + staff)
                .then()
                .statusCode(201);
    }

    @Test
    void anIncidentShowsTimelineEvidencePagesAndWhoReadIt() {
        // When
        String id = attacked();

        // Then
        admin().get("/v1/incidents/" + id)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("id", equalTo(id))
                .body("staffId", equalTo(staff))
                .body("state", equalTo("open"))
                .body("severity", equalTo(2))
                .body("categories", hasItem("insult"))
                .body("timeline[0].what", equalTo("opened"))
                .body("timeline[0].reason", not(containsString("spineless")))
                .body("evidence", hasSize(1))
                .body("evidence[0].text", equalTo(TEXT))
                .body("evidence[0].author.handle", equalTo("heath"))
                .body("pages[0].step", equalTo(1))
                .body("pages[0].state", equalTo("fired"))
                .body("pages[0].deliveries[0].contactId", equalTo(contact))
                .body("pages[0].deliveries[0].state", equalTo("delivered"))
                .body("pages[0].deliveries[0].deliveredAt", notNullValue());
        admin().get("/v1/incidents/" + id).then().body("evidenceReads.by", hasItem("token:admin"));
        admin().get("/v1/incidents/in_unknown")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("in_unknown"));
    }

    @Test
    void aReaderWhoHasItAlreadyGets304AndIsNotLoggedAgain() {
        // Given
        String id = attacked();
        String tag = admin().get("/v1/incidents/" + id).then().extract().header("ETag");
        int reads = reads(id);

        // When
        admin().header("If-None-Match", tag).get("/v1/incidents/" + id).then().statusCode(304);

        // Then
        assertThat(reads(id)).isEqualTo(reads);
        admin().urlEncodingEnabled(false).post("/v1/incidents/" + id + ":acknowledge");
        admin().header("If-None-Match", tag)
                .get("/v1/incidents/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("acknowledged"));
    }

    @Test
    void theListsShowNoTextAndNotificationsNoAddress() {
        // When
        String id = attacked();

        // Then
        String incidents = admin().queryParam("staff", staff).get("/v1/incidents").asString();
        String verdicts = admin().queryParam("staff", staff).get("/v1/assessments").asString();
        String attempts =
                admin().queryParam("incident", id)
                        .get("/v1/notifications")
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(1))
                        .body("items[0].kind", equalTo("page"))
                        .body("items[0].channel", equalTo("webhook"))
                        .body("items[0].contactId", equalTo(contact))
                        .body("items[0].attempt", equalTo(1))
                        .body("items[0].outcome", equalTo("delivered"))
                        .body("items[0].receipt", equalTo("HTTP 204"))
                        .body("next", nullValue())
                        .extract()
                        .asString();
        assertThat(incidents).contains(id).doesNotContain("spineless");
        assertThat(verdicts).contains(id, "\"verdict\":\"attack\"").doesNotContain("spineless");
        assertThat(attempts).doesNotContain("/hooks/", "127.0.0.1");
        for (Map<String, String> filter :
                java.util.List.of(
                        Map.of("outcome", "refused"),
                        Map.of("channel", "email"),
                        Map.of("contact", "ct-other"),
                        Map.of("to", "2020-01-01T00:00:00Z"))) {
            admin().queryParam("incident", id)
                    .queryParams(filter)
                    .get("/v1/notifications")
                    .then()
                    .statusCode(200)
                    .body("items", empty());
        }
    }

    @Test
    void theSummaryCountsWhatCameIn() {
        // Given
        Map<String, Object> before = summary();

        // When
        attacked();
        AssessmentFeed.publishAndWait(
                new Draft(
                        fresh("as"), staff, "forum", "fan", "supportive", 0, null, Instant.now()));

        // Then
        Map<String, Object> after = summary();
        for (String path :
                java.util.List.of(
                        "incidents.byState.open",
                        "incidents.openBySeverity.2",
                        "last24Hours.assessments.attack",
                        "last24Hours.assessments.supportive",
                        "last24Hours.incidentsOpened",
                        "last24Hours.pagesFired",
                        "last24Hours.deliveries.delivered",
                        "last7Days.assessments.attack")) {
            assertThat(number(after, path) - number(before, path)).as(path).isEqualTo(1);
        }
    }

    /** An incident whose page was delivered. */
    private String attacked() {
        String assessment = fresh("as");
        AssessmentFeed.publishAndWait(Draft.attack(assessment, staff, "heath", TEXT));
        String id = column("select incident_id from assessment where id = ?", assessment).get(0);
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(
                                                column(
                                                        "select state from delivery where incident_id = ?",
                                                        id))
                                        .containsExactly("delivered"));
        return id;
    }

    private static int reads(String id) {
        return column("select id from evidence_read where incident_id = ?", id).size();
    }

    private static Map<String, Object> summary() {
        return admin().get("/v1/stats/summary").then().statusCode(200).extract().as(Map.class);
    }

    private static int number(Map<String, Object> summary, String path) {
        Object at = summary;
        for (String name : path.split("\\.")) {
            at = ((Map<?, ?>) at).get(name);
        }
        return ((Number) at).intValue();
    }
}
