package org.upstander.alert.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** Calendars of shifts, by secret address. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class CalendarIT extends RestTestBase {

    private final String contact = fresh("ct");
    private final String schedule = fresh("sc");

    @BeforeEach
    void aScheduleWithTwoPeople() {
        json(DirectoryBodies.contact("lee@example.org"))
                .put("/v1/contacts/" + contact)
                .then()
                .statusCode(201);
        json("""
                        {"displayName":"Night","layers":[
                          {"every":"day","start":"2026-01-05T09:00","contacts":["%s","ct-other"]}]}"""
                        .formatted(contact))
                .put("/v1/schedules/" + schedule)
                .then()
                .statusCode(201);
    }

    /** A PUT refuses such a name; one may have come from elsewhere. */
    private void aHostileNameInTheDirectory() {
        sql(
                "update contact set document = replace(document, '\"Lead\"', ?) where id = ?",
                "\"Lee Marsh\\r\\nURL:https://example.org\"",
                contact);
        admin().get("/v1/contacts/" + contact)
                .then()
                .body("displayName", containsString("\r\nURL:"));
    }

    private static String make(String owner) {
        String url =
                admin().post(owner + ":feed")
                        .then()
                        .statusCode(200)
                        .header("Cache-Control", "no-store")
                        .extract()
                        .path("url");
        return URI.create(url).getPath();
    }

    private static String read(String path) {
        return given().get(path)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/calendar"))
                .header("Cache-Control", containsString("no-store"))
                .extract()
                .asString();
    }

    @Test
    void theCalendarsOfAScheduleAndOfAContactShowTheirShiftsWithoutALogin() {
        aHostileNameInTheDirectory();

        String ofSchedule = read(make("/v1/schedules/" + schedule));
        String ofContact = read(make("/v1/contacts/" + contact));

        assertThat(ofSchedule)
                .contains("SUMMARY:ct-other on call (Night)", "SUMMARY:Lee Marsh  URL:")
                .doesNotContain("\r\nURL:");
        assertThat(ofContact)
                .contains("SUMMARY:Lee Marsh  URL:")
                .doesNotContain("SUMMARY:ct-other on call");
        assertThat(uids(ofSchedule)).containsAll(uids(ofContact));
        assertThat(uids(ofContact).size()).isBetween(45, 60);
    }

    private static List<String> uids(String calendar) {
        return calendar.lines().filter(line -> line.startsWith("UID:")).toList();
    }

    @Test
    void aNewAddressEndsTheOneBeforeAndARevokedOneIsGone() {
        String owner = "/v1/schedules/" + schedule;
        String first = make(owner);
        String second = make(owner);

        given().get(first)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body(not(containsString(first)));
        read(second);
        assertThat(column("select secret_hash from calendar_feed where schedule_id = ?", schedule))
                .hasSize(1)
                .allMatch(hash -> hash.matches("[0-9a-f]{64}") && !second.contains(hash));

        admin().delete(owner + ":feed").then().statusCode(204);
        given().get(second).then().statusCode(404);
        admin().delete(owner + ":feed").then().statusCode(404);
    }

    @Test
    void aCalendarGoesWithItsOwner() {
        String path = make("/v1/schedules/" + schedule);
        admin().delete("/v1/schedules/" + schedule).then().statusCode(204);
        given().get(path).then().statusCode(404);
        admin().post("/v1/schedules/" + schedule + ":feed").then().statusCode(404);
        admin().post("/v1/contacts/" + fresh("ct") + ":feed").then().statusCode(404);
    }

    @Test
    void onlyAdminsMakeAddresses() {
        String owner = "/v1/contacts/" + contact + ":feed";
        with(tokenWith("incidents:write")).post(owner).then().statusCode(403);
        with(tokenWith("incidents:write")).delete(owner).then().statusCode(403);
        given().post(owner).then().statusCode(401);
    }
}
