package org.upstander.alert.http;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** What those who help had to bear. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class ReviewLoadIT extends RestTestBase {

    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");

    @Test
    void whatAResponderReadByTheirTokenAndTheNightsTheyWereCalledInStandTogether() {
        // Given: a contact who is a member of staff, and her token
        String contact = fresh("ct");
        String staff = fresh("cm");
        contact(contact, staff);
        String token = token(staff);
        String incident = attackOn("cm-07");

        // When: read twice, called in two nights, at noon, and once in vain
        with(token).get("/v1/incidents/" + incident).then().statusCode(200);
        with(token).get("/v1/incidents/" + incident).then().statusCode(200);
        paged(contact, incident, 3, "23:30", "delivered");
        paged(contact, incident, 3, "23:40", "delivered");
        paged(contact, incident, 4, "02:00", "delivered");
        paged(contact, incident, 4, "12:00", "delivered");
        paged(contact, incident, 5, "02:00", "try-again");
        paged(contact, incident, 8, "02:00", "delivered");

        // Then
        measured()
                .body("budget.nightsDisturbed", equalTo(2))
                .body(of(contact) + ".displayName", equalTo("Lea"))
                .body(of(contact) + ".itemsRead", equalTo(2))
                .body(of(contact) + ".nightsDisturbed", equalTo(2))
                .body(of(contact) + ".overBudget", equalTo(false));

        // When
        paged(contact, incident, 1, "06:59", "delivered");

        // Then
        measured()
                .body(of(contact) + ".overBudget", equalTo(true))
                .body(
                        of(contact) + ".hint",
                        equalTo(
                                "3 nights disturbed within 7 days (2 at most): hand the next ones over to somebody else for a while"));
    }

    @Test
    void whoIsReachedDayAfterDayIsOverBudgetAlsoWithoutANight() {
        // Given: at noon of five days, and read today
        String contact = fresh("ct");
        String staff = fresh("cm");
        contact(contact, staff);
        String incident = attackOn("cm-07");
        for (int daysAgo = 1; daysAgo <= 5; daysAgo++) {
            paged(contact, incident, daysAgo, "12:00", "delivered");
        }
        measured().body("items.responder", not(hasItem(contact)));

        // When
        with(token(staff)).get("/v1/incidents/" + incident).then().statusCode(200);

        // Then
        measured()
                .body("budget.consecutiveDays", equalTo(5))
                .body(of(contact) + ".consecutiveDays", equalTo(6))
                .body(of(contact) + ".nightsDisturbed", equalTo(0))
                .body(of(contact) + ".overBudget", equalTo(true));
    }

    @Test
    void whoIsNoContactStandsAloneAndTheAttackedHerselfIsNoResponder() {
        // Given
        String staff = fresh("cm");
        json("{\"displayName\":\"Dana\"}").put("/v1/staff/" + staff).then().statusCode(201);
        String hers = token(staff);
        String incident = attackOn(staff);
        String reader = fresh("subject");
        sql(
                "insert into evidence_read (incident_id, reader, at, items) values (?, ?, now(), 201)",
                incident,
                reader);

        // When
        with(hers).queryParam("text", "true").get("/v1/me/summary").then().statusCode(200);

        // Then
        measured()
                .body(of(reader) + ".itemsRead", equalTo(201))
                .body(of(reader) + ".overBudget", equalTo(true))
                .body("items.displayName", not(hasItem(staff)));
    }

    @Test
    void readingOnWithinTenMinutesIsOneSittingWhoseLastReadingTakesOneMinute() {
        // Given: 3 and 9 minutes from one to the next, then a long pause, then one more
        String incident = attackOn("cm-07");
        String reader = fresh("subject");
        for (int minutesAgo : List.of(73, 70, 61, 10)) {
            sql(
                    "insert into evidence_read (incident_id, reader, at, items) values (?, ?, now() - cast(? as interval), 1)",
                    incident,
                    reader,
                    minutesAgo + " minutes");
        }
        // His own page is no work, however long he reads it
        sql(
                "insert into evidence_read (incident_id, reader, at, items, own) values (?, ?, now() - interval '9 minutes', 1, true)",
                incident,
                reader);

        // Then: 3 + 9 + 1, and 1 for the last
        measured()
                .body(of(reader) + ".itemsRead", equalTo(4))
                .body(of(reader) + ".minutesRead", equalTo(14));
    }

    private static ValidatableResponse measured() {
        return admin().get("/v1/stats/review-load").then().statusCode(200);
    }

    private static String of(String responder) {
        return "items.find { it.responder == '%s' }".formatted(responder);
    }

    private static void contact(String id, String staff) {
        json("{\"displayName\":\"Lea\",\"staffId\":\"%s\",\"timeZone\":\"%s\",\"methods\":[{\"channel\":\"email\",\"address\":\"lea@example.org\",\"verified\":true}]}"
                        .formatted(staff, AUCKLAND))
                .put("/v1/contacts/" + id)
                .then()
                .statusCode(201);
    }

    private static String token(String staff) {
        return json("{\"name\":\"%s\",\"scopes\":[\"me:read\",\"incidents:read\"],\"staffId\":\"%s\"}"
                        .formatted(staff, staff))
                .post("/v1/tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }

    private static String attackOn(String staff) {
        String id = fresh("in");
        incident(id, staff, Instant.now().truncatedTo(ChronoUnit.HOURS).toString(), "open");
        return id;
    }

    private static void paged(
            String contact, String incident, int daysAgo, String time, String outcome) {
        Instant at =
                LocalDate.now(AUCKLAND)
                        .minusDays(daysAgo)
                        .atTime(LocalTime.parse(time))
                        .atZone(AUCKLAND)
                        .toInstant();
        String delivery = fresh("dl");
        sql(
                """
                insert into delivery (id, kind, incident_id, contact_id, method, channel, address, step, reason, state, attempt,
                                      due_at, created_at)
                values (?, 'page', ?, ?, 0, 'email', 'lea@example.org', 1, 'r', 'delivered', 1, now(), now())
                """,
                delivery,
                incident,
                contact);
        sql(
                """
                insert into notification (delivery_id, incident_id, kind, contact_id, channel, step, attempt, at, took_ms, outcome)
                values (?, ?, 'page', ?, 'email', 1, 1, cast(? as timestamptz), 5, ?)
                """,
                delivery,
                incident,
                contact,
                at.toString(),
                outcome);
    }
}
