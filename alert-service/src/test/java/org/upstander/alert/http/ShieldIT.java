package org.upstander.alert.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.contracts.Topics;
import org.upstander.infrastructure.InfrastructureResource;

/** What the attacked person sees of the attacks on her. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class ShieldIT extends RestTestBase {

    private static final String ME = "/v1/me/summary";
    private static final List<String> UNTOLD =
            List.of("spineless", "heath", "Heath", "insult", "severity");

    private String staff;
    private String token;
    private String tokenId;

    @BeforeEach
    void employ() {
        staff = fresh("cm");
        json("{\"displayName\":\"Dana\"}").put("/v1/staff/" + staff).then().statusCode(201);
        Map<String, Object> made =
                json("{\"name\":\"Dana's page\",\"scopes\":[\"me:read\"],\"staffId\":\"%s\"}"
                                .formatted(staff))
                        .post("/v1/tokens")
                        .then()
                        .statusCode(201)
                        .body("staffId", equalTo(staff))
                        .extract()
                        .as(Map.class);
        token = (String) made.get("token");
        tokenId = (String) made.get("id");
    }

    @Test
    void whoeverIsNotAttackedHasAQuietPage() {
        with(token)
                .get(ME)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("staffId", equalTo(staff))
                .body("state", equalTo("quiet"))
                .body("since", nullValue())
                .body("now.incidents", equalTo(0))
                .body("items", empty())
                .body("textReads", empty());
    }

    @Test
    void sheIsToldWhoIsAtItHowMuchItIsAndWhoLookedButNothingOfWhatWasWritten() {
        // Given: two are not over, of the same author, one is over, one is of somebody else
        String contact = fresh("ct");
        json(DirectoryBodies.contact("lea@example.org"))
                .put("/v1/contacts/" + contact)
                .then()
                .statusCode(201);
        String name = admin().get("/v1/contacts/" + contact).path("displayName");
        String first = attack(3, "acknowledged");
        String second = attack(2, "acknowledged");
        String over = attack(50, "resolved");
        sql(
                "update incident_author set author_key = ? where incident_id = ?",
                "k-" + first,
                second);
        sql("update incident set resolved_at = now(), resolved_by = ? where id = ?", contact, over);
        acknowledged(first, "sms:" + contact, "called");
        acknowledged(second, "Sam", "seen");
        incident(fresh("in"), fresh("cm"), ago(1), "open");
        admin().queryParam("why", "I call her now").get("/v1/incidents/" + first);

        // When
        var answer = with(token).get(ME).then().statusCode(200);

        // Then
        answer.body("state", equalTo("acknowledged"))
                .body("since", equalTo(ago(3)))
                .body("handledBy", contains("Sam", name))
                .body("now.incidents", equalTo(2))
                .body("now.posts", equalTo(2))
                .body("now.authors", equalTo(1))
                .body("last30Days.incidents", equalTo(3))
                .body("last30Days.authors", equalTo(2))
                .body("items.incidentId", contains(second, first, over))
                .body("items[1].handledBy[0].kind", equalTo("called"))
                .body("items[2].resolvedBy", equalTo(name))
                .body("items.texts", everyItem(nullValue()))
                .body("textReads", hasSize(1))
                .body("textReads[0].incidentId", equalTo(first))
                .body("textReads[0].by", equalTo("token:admin"))
                .body("textReads[0].why", equalTo("I call her now"))
                .body("textReads[0].own", equalTo(false));
        assertThat(answer.extract().asString()).doesNotContain(UNTOLD);
        assertThat(reads(staff)).hasSize(1);
    }

    @Test
    void whatNobodyHasTakenYetIsOpenAndWhatWasMergedOrIsLongOverIsNotCounted() {
        // Given
        String open = attack(2, "open");
        attack(1, "acknowledged");
        String merged = attack(2, "resolved");
        sql("update incident set merged_into = ? where id = ?", open, merged);
        attack(24 * 31, "resolved");

        // Then
        with(token)
                .get(ME)
                .then()
                .body("state", equalTo("open"))
                .body("now.incidents", equalTo(2))
                .body("last30Days.incidents", equalTo(2))
                .body("items", hasSize(2));
    }

    @Test
    void theTextIsShownWhenSheAsksAndHerReadingIsKept() {
        // Given
        String id = attack(1, "open");

        // When
        with(token)
                .queryParam("text", "true")
                .queryParam("why", "for the police")
                .get(ME)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("items[0].texts[0].text", equalTo("what a spineless cheat"))
                .body("items[0].texts[0].author", equalTo("Heath"));

        // Then
        with(token)
                .get(ME)
                .then()
                .body("items[0].texts", nullValue())
                .body("textReads[0].incidentId", equalTo(id))
                .body("textReads[0].by", equalTo("Dana's page"))
                .body("textReads[0].why", equalTo("for the police"))
                .body("textReads[0].own", equalTo(true));
        admin().get("/v1/incidents/" + id)
                .then()
                .body("evidenceReads[0].by", equalTo("token:" + tokenId));
        assertThat(column("select items from evidence_read where incident_id = ? and own", id))
                .containsExactly("1");
    }

    @Test
    void anotherWordForTextShowsAndKeepsNothing() {
        attack(1, "open");
        with(token).queryParam("text", "yes").get(ME).then().statusCode(400);
        with(token)
                .queryParam("text", "true")
                .queryParam("why", "a\nb")
                .get(ME)
                .then()
                .statusCode(400);
        assertThat(reads(staff)).isEmpty();
    }

    @Test
    void herTokenOpensHerPageOnlyAndNobodyElseHasIt() {
        // Given
        String incident = attack(1, "open");

        // Then
        for (String path :
                List.of(
                        "/v1/incidents",
                        "/v1/incidents/" + incident,
                        "/v1/staff/" + staff + "/summary",
                        "/v1/assessments",
                        "/v1/stats/summary")) {
            with(token).get(path).then().statusCode(403);
        }
        with(tokenWith("incidents:read", "incidents:write")).get(ME).then().statusCode(403);
        admin().get(ME).then().statusCode(404);
        with(tokenWith("me:read")).get(ME).then().statusCode(404);
    }

    @Test
    void whoeverLooksAfterHerSeesTheSameWithoutText() {
        String id = attack(1, "open");
        String answer =
                admin().queryParam("text", "true")
                        .get("/v1/staff/" + staff + "/summary")
                        .then()
                        .statusCode(200)
                        .body("items.incidentId", contains(id))
                        .extract()
                        .asString();
        assertThat(answer).doesNotContain(UNTOLD);
        assertThat(reads(staff)).isEmpty();
        admin().get("/v1/staff/cm-none/summary").then().statusCode(404);
    }

    @Test
    void aTokenOfAMemberOfStaffSaysSoOnTheTopicToo() throws Exception {
        List<TopicReader.Seen> seen =
                TopicReader.until(Topics.TOKENS, tokenId, list -> !list.isEmpty());
        assertThat(seen.get(0).value().orElseThrow()).contains("\"staffId\":\"" + staff + "\"");
        json("{\"name\":\"x\",\"scopes\":[\"me:read\"],\"staffId\":\"a b\"}")
                .post("/v1/tokens")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/staffId"));
    }

    private String attack(int hoursAgo, String state) {
        String id = fresh("in");
        incident(id, staff, ago(hoursAgo), state);
        return id;
    }

    private static String ago(int hours) {
        return Instant.now().truncatedTo(ChronoUnit.DAYS).minus(hours, ChronoUnit.HOURS).toString();
    }

    private static void acknowledged(String incident, String who, String kind) {
        sql(
                "insert into acknowledgement (incident_id, at, who, kind) values (?, now(), ?, ?)",
                incident,
                who,
                kind);
    }

    private static List<String> reads(String staff) {
        return column(
                "select r.id from evidence_read r join incident i on i.id = r.incident_id where i.staff_id = ?",
                staff);
    }
}
