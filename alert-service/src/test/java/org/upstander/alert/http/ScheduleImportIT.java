package org.upstander.alert.http;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** Calendars that were kept elsewhere become shifts. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class ScheduleImportIT extends RestTestBase {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Instant begin =
            Instant.now().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
    private final String contact = fresh("ct");
    private final String schedule = "/v1/schedules/" + fresh("sc");

    @BeforeEach
    void aScheduleAndAContact() {
        json(DirectoryBodies.contact(contact + "@example.org")).put("/v1/contacts/" + contact);
        json("""
                        {"displayName":"Night","timeZone":"Europe/Berlin","layers":[
                          {"every":"day","start":"2026-01-05T09:00","contacts":["ct-other"],
                           "hours":[{"days":["sat","sun"],"from":"22:00","to":"06:00"}]}]}""")
                .put(schedule)
                .then()
                .statusCode(201);
    }

    private String calendar(String attendee) {
        return """
               BEGIN:VCALENDAR
               VERSION:2.0
               BEGIN:VEVENT
               UID:ev-7
               DTSTART:%s
               DURATION:PT8H
               RRULE:FREQ=DAILY;COUNT=3
               ATTENDEE:mailto:%s
               END:VEVENT
               END:VCALENDAR
               """
                .formatted(UTC.format(begin), attendee)
                .replace("\n", "\r\n");
    }

    private ValidatableResponse hand(String calendar, String as) {
        return admin().contentType("text/calendar")
                .body(calendar.getBytes(StandardCharsets.UTF_8))
                .post(schedule + ":import" + as)
                .then();
    }

    @Test
    void aCalendarBecomesATemporaryScheduleOnce() {
        String calendar = calendar(contact.toUpperCase(java.util.Locale.ROOT) + "@Example.org");
        hand(calendar, "")
                .statusCode(200)
                .body("events", equalTo(1))
                .body("shifts", equalTo(3))
                .body("schedule.layers[0].hours[0].days", contains("sat", "sun"));
        String version = admin().get(schedule).header("ETag");

        hand(calendar, "?as=temporary").statusCode(200).body("schedule.temporary", hasSize(1));

        admin().get(schedule)
                .then()
                .header("ETag", version)
                .body("temporary[0].from", equalTo(begin.toString()))
                .body("temporary[0].shifts.contactId", contains(contact, contact, contact));
        admin().get(schedule + "/on-call?at=" + begin.plus(1, ChronoUnit.DAYS))
                .then()
                .body("contacts", contains(contact));
        admin().get(schedule + "/on-call?at=" + begin.plus(9, ChronoUnit.HOURS))
                .then()
                .body("contacts", empty());
    }

    @Test
    void aCalendarBecomesOverrides() {
        hand(calendar(contact + "@example.org"), "?as=add").statusCode(200);
        hand(calendar(contact + "@example.org"), "?as=add")
                .statusCode(200)
                .body("schedule.overrides", hasSize(3))
                .body("schedule.overrides.kind", hasItem("add"))
                .body("schedule.temporary", empty());
    }

    @Test
    void whatCannotBeMatchedIsRefusedAndChangesNothing() {
        String version = admin().get(schedule).header("ETag");
        hand(calendar("nobody-" + contact + "@example.org"), "")
                .statusCode(400)
                .body("errors.pointer", contains("/VEVENT/0"))
                .body("errors.detail", hasItem(containsString("(UID ev-7) ATTENDEE 1")))
                .body("detail", containsString("write a contact's id into SUMMARY"));
        hand("no calendar", "").statusCode(400);
        hand(calendar(contact + "@example.org").replace("DAILY", "HOURLY"), "")
                .statusCode(400)
                .body("errors.detail", hasItem(containsString("(UID ev-7) RRULE")));
        hand("x".repeat(256 * 1024 + 1), "")
                .statusCode(400)
                .body("detail", containsString("256 KiB"));
        hand(calendar(contact + "@example.org"), "?as=layer")
                .statusCode(400)
                .body("parameter", equalTo("as"));
        hand(calendar(contact + "@example.org").replace("UID", "DTEND"), "").statusCode(400);
        admin().get(schedule).then().header("ETag", version);

        with(tokenWith("incidents:write"))
                .contentType("text/calendar")
                .body("x".getBytes(StandardCharsets.UTF_8))
                .post(schedule + ":import")
                .then()
                .statusCode(403);
        admin().contentType("text/calendar")
                .body("x".getBytes(StandardCharsets.UTF_8))
                .post("/v1/schedules/" + fresh("sc") + ":import")
                .then()
                .statusCode(404);
    }
}
