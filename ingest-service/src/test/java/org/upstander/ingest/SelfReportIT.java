package org.upstander.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.contracts.Topics;
import org.upstander.infrastructure.InfrastructureResource;

/** A member of staff tells, with one tap, that somebody reaches for her. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class SelfReportIT {

    private static final String AT = "2026-03-03T06:33:26Z";

    private final String staff = "cm-" + UUID.randomUUID();
    private TopicTail topic;

    @BeforeEach
    void openTopic() {
        topic =
                new TopicTail(
                        InfrastructureResource.shared().kafka().bootstrapServers(), Topics.SIGNALS);
    }

    @AfterEach
    void closeTopic() {
        topic.close();
    }

    @Test
    void herLinkLeadsToAFormAndTheFormToASignal() {
        // Given
        String link = link();
        given().get(link)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Cache-Control", equalTo("no-store"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .body(containsString("name=\"at\" value=\"20"));

        // When
        send(link, "glider_gaz", AT).then().statusCode(200).body(containsString("Thank you"));

        // Then
        JsonPath signal = JsonPath.from(TopicTail.value(mine(1).get(0)));
        assertThat(signal.getString("type")).isEqualTo("contact-attempt");
        assertThat(signal.getString("kind")).isEqualTo("friend-request");
        assertThat(signal.getString("account")).isEqualTo("personal");
        assertThat(signal.getString("staff")).isEqualTo(staff);
        assertThat(signal.getString("author.handle")).isEqualTo("glider_gaz");
    }

    @Test
    void twoTapsAreOneSignal() {
        String link = link();
        send(link, "glider_gaz", AT);
        send(link, "glider_gaz", AT);
        assertThat(mine(2))
                .extracting(one -> TopicTail.header(one, "ce_id"))
                .hasSize(2)
                .containsOnly(TopicTail.header(mine(2).get(0), "ce_id"));
    }

    @Test
    void whatIsWrongIsSaidOnThePage() {
        String link = link();
        given().contentType("application/x-www-form-urlencoded")
                .body("kind=spell&handle=%3Cscript%3E&at=" + AT)
                .post(link)
                .then()
                .statusCode(400)
                .contentType("text/html")
                .body(containsString("role=\"alert\""))
                .body(containsString("/kind"))
                .body(not(containsString("<script>")));
        given().contentType("application/x-www-form-urlencoded")
                .body("kind=%zz")
                .post(link)
                .then()
                .statusCode(400);
        given().contentType("application/x-www-form-urlencoded")
                .body("note=" + "x".repeat(40_000))
                .post(link)
                .then()
                .statusCode(413);
    }

    @Test
    void anotherLinkIsOver() {
        String link = link();
        for (String other : List.of(link + "x", "/v1/self-reports/x", "/v1/self-reports/a.b.c")) {
            given().get(other).then().statusCode(404).body(containsString("This link is over"));
            send(other, "glider_gaz", AT).then().statusCode(404);
        }
    }

    @Test
    void aLinkInTheWrongHandsBuriesNobody() {
        String link = link();
        for (int at = 0; at < 30; at++) {
            send(link, "glider_" + at, AT).then().statusCode(200);
        }
        send(link, "one_more", AT).then().statusCode(429).body(containsString("an hour"));
    }

    @Test
    void onlyAdministratorsMakeLinks() {
        given().contentType(Http.JSON)
                .body("{\"staff\":\"cm-07\"}")
                .post("/v1/self-report-links")
                .then()
                .statusCode(401);
        Http.as(Http.ADMIN)
                .contentType(Http.JSON)
                .body("{\"staff\":\" \"}")
                .post("/v1/self-report-links")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/staff"));
        Http.as(Http.ADMIN)
                .contentType(Http.JSON)
                .body("{\"staff\":\"cm-07\",\"days\":401}")
                .post("/v1/self-report-links")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/days"));
    }

    private String link() {
        return Http.as(Http.ADMIN)
                .contentType(Http.JSON)
                .body("{\"staff\":\"" + staff + "\",\"days\":30}")
                .post("/v1/self-report-links")
                .then()
                .statusCode(201)
                .body("staff", equalTo(staff))
                .body("expiresAt", notNullValue())
                .extract()
                .path("path");
    }

    private static Response send(String link, String handle, String at) {
        return given().contentType("application/x-www-form-urlencoded")
                .body("kind=friend-request&account=personal&handle=" + handle + "&note=&at=" + at)
                .post(link);
    }

    private List<ConsumerRecord<String, byte[]>> mine(int count) {
        return topic.atLeast(count).stream()
                .filter(one -> TopicTail.value(one).contains(staff))
                .toList();
    }
}
