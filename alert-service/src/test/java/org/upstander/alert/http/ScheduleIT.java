package org.upstander.alert.http;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** Schedules by REST. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class ScheduleIT extends RestTestBase {

    private static final String SCHEDULE =
            """
            {"displayName":"Night","timeZone":"Europe/Berlin",
             "layers":[{"every":"week","length":1,"start":"2026-01-05T09:00","contacts":["%1$s","ct-b"]},
              {"every":"day","start":"2026-01-05T00:00","contacts":["ct-c"],
               "hours":[{"days":["sun","sat"],"from":"22:00","to":"06:00"}]}],
             "overrides":[{"kind":"replace","contactId":"ct-d","insteadOf":"%1$s","from":"2026-12-24T00:00:00Z","to":"2026-12-27T00:00:00Z"}],
             "temporary":[{"from":"2026-06-01T00:00:00Z","to":"2026-06-02T00:00:00Z","shifts":[
               {"contactId":"ct-e","from":"2026-06-01T00:00:00Z","to":"2026-06-01T12:00:00Z"}]}]}""";

    @Test
    void aScheduleComesBackAsItWasPutAndTellsWhoIsOnCall() {
        String path = "/v1/schedules/" + fresh("sc");
        String body = SCHEDULE.formatted("ct-a");
        String tag =
                json(body)
                        .put(path)
                        .then()
                        .statusCode(201)
                        .body("warnings.detail", hasItem(containsString("/v1/contacts/ct-e")))
                        .extract()
                        .header("ETag");
        json(body).header("If-Match", tag).put(path).then().statusCode(200);
        json(body).header("If-Match", "\"1\"").put(path).then().statusCode(412);
        admin().get(path)
                .then()
                .statusCode(200)
                .body("timeZone", equalTo("Europe/Berlin"))
                .body("layers[0].every", equalTo("week"))
                .body("layers[0].start", equalTo("2026-01-05T09:00"))
                .body("layers[1].hours[0].days", contains("sat", "sun"))
                .body("layers[1].hours[0].from", equalTo("22:00"))
                .body("overrides[0].insteadOf", equalTo("ct-a"))
                .body("temporary[0].shifts[0].contactId", equalTo("ct-e"));
        onCall(path, "2026-01-05T08:00:00Z", "ct-a");
        onCall(path, "2026-01-12T08:00:00Z", "ct-b");
        onCall(path, "2026-01-10T21:00:00Z", "ct-c");
        onCall(path, "2026-06-01T11:59:59Z", "ct-e");
        admin().get(path + "/on-call?at=2026-06-01T12:00:00Z").then().body("contacts", empty());
        admin().get(path + "/shifts?from=2026-06-01T06:00:00Z&to=2026-06-02T00:00:00Z")
                .then()
                .statusCode(200)
                .body("items.contactId", contains("ct-e"))
                .body("items.to", contains("2026-06-01T12:00:00Z"))
                .body("gaps.from", contains("2026-06-01T12:00:00Z"))
                .body("gaps.to", contains("2026-06-02T00:00:00Z"));
    }

    private static void onCall(String path, String at, String contact) {
        with(tokenWith("incidents:read"))
                .get(path + "/on-call?at=" + at)
                .then()
                .statusCode(200)
                .body("contacts", contains(contact));
    }

    @Test
    void everythingThatIsWrongIsNamed() {
        json("""
                        {"displayName":"","timeZone":"Mars/Base",
                         "layers":[{"every":"year","length":0,"start":"tomorrow","contacts":[]},
                          {"every":"day","start":"2026-01-05T09:00","contacts":["ct-1"],"hours":[{"days":["day"],"from":"9"}]}],
                         "overrides":[{"kind":"swap","from":"2026-12-24T00:00:00Z","to":"2026-12-24T00:00:00Z"}],
                         "temporary":[{"from":"2026-12-24T00:00:00Z","to":"2026-12-26T00:00:00Z"},
                          {"from":"2026-12-25T00:00:00Z","to":"2026-12-27T00:00:00Z"}]}""")
                .put("/v1/schedules/" + fresh("sc"))
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/displayName",
                                "/timeZone",
                                "/layers/0/every",
                                "/layers/0/length",
                                "/layers/0/start",
                                "/layers/0/contacts",
                                "/layers/1/hours/0/days/0",
                                "/layers/1/hours/0/from",
                                "/layers/1/hours/0/to",
                                "/overrides/0/kind",
                                "/overrides/0/contactId",
                                "/overrides/0/to",
                                "/temporary/1"));
        String path = "/v1/schedules/" + fresh("sc");
        admin().get(path + "/on-call").then().statusCode(404);
        admin().get(path + "/on-call?at=noon").then().statusCode(400);
        admin().get(path + "/shifts?from=2026-01-01T00:00:00Z&to=2026-04-03T00:00:01Z")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("to"));
    }

    @Test
    void whatIsNamedStays() {
        String contact = fresh("ct");
        String schedule = fresh("sc");
        String policy = fresh("po");
        json(DirectoryBodies.contact("lead@example.org")).put("/v1/contacts/" + contact);
        json(SCHEDULE.formatted(contact)).put("/v1/schedules/" + schedule).then().statusCode(201);
        json("{\"displayName\":\"P\",\"steps\":[{\"targets\":[{\"scheduleId\":\"%s\"},{\"scheduleId\":\"sc-none\"}]}],\"lastResort\":{\"contactId\":\"ct-9\"}}"
                        .formatted(schedule))
                .put("/v1/policies/" + policy)
                .then()
                .statusCode(201)
                .body("steps[0].targets[0].scheduleId", equalTo(schedule))
                .body("warnings.detail", hasItem(containsString("/v1/schedules/sc-none")));
        admin().get("/v1/policies/" + policy)
                .then()
                .body("steps[0].targets[0].scheduleId", equalTo(schedule));

        admin().delete("/v1/contacts/" + contact)
                .then()
                .statusCode(409)
                .body("detail", containsString("schedules/" + schedule));
        admin().delete("/v1/schedules/" + schedule)
                .then()
                .statusCode(409)
                .body("detail", containsString("policies/" + policy));
        admin().delete("/v1/policies/" + policy).then().statusCode(204);
        admin().delete("/v1/schedules/" + schedule).then().statusCode(204);
        admin().delete("/v1/schedules/" + schedule).then().statusCode(404);
    }
}
