package org.upstander.alert.http;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.infrastructure.InfrastructureResource;

/** What people do with an incident, by REST. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class IncidentHandlingIT extends RestTestBase {

    private String id;
    private String staff;

    @BeforeEach
    void attack() {
        id = fresh("in");
        staff = fresh("cm");
        incident(id, staff, "2026-11-20T12:00:00Z", "open");
    }

    private ValidatableResponse act(String action, String body) {
        return admin().urlEncodingEnabled(false)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/incidents/" + id + ":" + action)
                .then();
    }

    @Test
    void whoseItIsAndWhatWasSaidAreShown() {
        // When
        act("assign", "{\"to\":\"Lea\"}").statusCode(200);
        act("comment", "{\"text\":\"Spoke with the owner.\",\"by\":\"Kim\"}").statusCode(200);

        // Then
        admin().get("/v1/incidents/" + id)
                .then()
                .body("handling.assignedTo", equalTo("Lea"))
                .body("handling.comments[0].by", equalTo("Kim (token:admin)"))
                .body("handling.comments[0].text", equalTo("Spoke with the owner."))
                .body("timeline.what", hasItems("assigned", "commented"))
                .body("timeline.reason", hasItem("Kim (token:admin) left a comment."));
        admin().get("/v1/incidents?staff=" + staff)
                .then()
                .body("items[0].handling.assignedTo", equalTo("Lea"));
        act("assign", "{}").statusCode(200).body("handling.assignedTo", nullValue());
    }

    @Test
    void linkedOnesNameEachOther() {
        // Given
        String other = fresh("in");
        incident(other, staff, "2026-11-20T12:00:00Z", "resolved");

        // When
        act("link", "{\"incidentId\":\"" + other + "\"}")
                .statusCode(200)
                .body("handling.related", hasItem(other));

        // Then
        admin().get("/v1/incidents/" + other).then().body("handling.related", hasItem(id));
        act("link", "{\"incidentId\":\"in_none\"}")
                .statusCode(422)
                .body("detail", containsString("/incidentId"));
    }

    @Test
    void aSnoozedIncidentSaysUntilWhen() {
        Instant until = Instant.now().plus(2, ChronoUnit.HOURS);

        act("snooze", "{\"until\":\"" + until + "\"}")
                .statusCode(200)
                .body("state", equalTo("acknowledged"))
                .body("handling.snoozedUntil", notNullValue());
        act("resolve", "{}").statusCode(200).body("handling.snoozedUntil", nullValue());
    }

    @Test
    void aMergedIncidentNamesTheOtherAndAGraveOneNeedsAReason() {
        // Given
        String other = fresh("in");
        incident(other, staff, "2026-11-20T12:00:00Z", "open");
        sql("update evidence set severity = 3 where incident_id = ?", id);

        // When
        act("merge", "{\"into\":\"" + other + "\"}")
                .statusCode(200)
                .body("state", equalTo("resolved"))
                .body("handling.mergedInto", equalTo(other));
        id = other;

        // Then
        act("resolve", "{\"kind\":\"confirmed\"}")
                .statusCode(422)
                .body("detail", containsString("/reason"));
        act("acknowledge", "{\"by\":\"Lea\",\"kind\":\"called\"}")
                .statusCode(200)
                .body("acknowledgements[0].kind", equalTo("called"));
        act("resolve", "{\"kind\":\"confirmed\"}").statusCode(200);
    }

    @Test
    void aGraveOneClosesWithAWrittenReason() {
        sql("update incident set severity = 4 where id = ?", id);

        act("resolve", "{\"kind\":\"false-alarm\",\"reason\":\"A quote from her own novel.\"}")
                .statusCode(200)
                .body("state", equalTo("resolved"))
                .body("timeline.reason", hasItem(containsString("A quote from her own novel.")));
    }

    @ParameterizedTest
    @CsvSource({
        "acknowledge, kind, heard",
        "comment, text, ''",
        "assign, to, ' '",
        "link, incidentId, ''",
        "merge, into, ''",
        "check-in, every, PT1M",
        "check-in, every, soon",
        "snooze, until, 2020-01-01T00:00:00Z",
        "snooze, until, 2999-01-01T00:00:00Z",
    })
    void whatIsWrongWithTheBodyIsSaidWithItsField(String action, String field, String value) {
        act(action, "{\"%s\":\"%s\"}".formatted(field, value))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/" + field));
    }

    @Test
    void aCheckInIsExpectedUntilSheIsSafe() {
        act("checked-in", "{}").statusCode(422).body("detail", containsString(":check-in"));
        act("check-in", "{\"every\":\"PT30M\",\"by\":\"Lea\"}")
                .statusCode(200)
                .body("handling.checkInDueAt", notNullValue());
        act("checked-in", "{\"by\":\"Lea\"}")
                .statusCode(200)
                .body("timeline.what", hasItems("check-in-started", "checked-in"));
        act("acknowledge", "{\"kind\":\"safe\"}")
                .statusCode(200)
                .body("handling.checkInDueAt", nullValue());
    }

    @Test
    void nobodyCanSplitAllOrNothing() {
        act("split", "{}").statusCode(422).body("detail", containsString("/posts"));
        act("split", "{\"authors\":[\"heath\"]}").statusCode(422);
    }
}
