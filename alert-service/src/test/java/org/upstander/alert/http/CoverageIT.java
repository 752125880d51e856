package org.upstander.alert.http;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** Whom nobody would help, and who would be paged when. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class CoverageIT extends RestTestBase {

    private String staff;
    private String colleague;
    private String own;
    private String lead;
    private String schedule;
    private String policy;

    /**
     * Her contact is a colleague; the schedule has its lead from 2027 on; the last resort is he.
     */
    @BeforeEach
    void employ() {
        staff = fresh("cm");
        colleague = fresh("cm");
        own = fresh("ct");
        lead = fresh("ct");
        schedule = fresh("sc");
        policy = fresh("po");
        put(
                "contacts/" + own,
                "{\"displayName\":\"Sam\",\"staffId\":\"%s\",\"methods\":[{\"channel\":\"email\",\"address\":\"sam@example.org\",\"verified\":true}]}"
                        .formatted(colleague));
        put("contacts/" + lead, DirectoryBodies.contact("lead@example.org"));
        put(
                "schedules/" + schedule,
                "{\"displayName\":\"Night\",\"layers\":[{\"every\":\"day\",\"start\":\"2098-01-01T00:00\",\"contacts\":[\"%s\"]}]}"
                        .formatted(lead));
        policy(",\"lastResort\":{\"contactId\":\"ct-none\"}");
        put(
                "staff/" + staff,
                "{\"displayName\":\"Dana\",\"escalation\":{\"contactId\":\"%s\",\"policyId\":\"%s\"}}"
                        .formatted(own, policy));
        put(
                "staff/" + colleague,
                "{\"displayName\":\"Sam\",\"handles\":[{\"platform\":\"forum\",\"handle\":\"sam_cm\"}],\"escalation\":{\"policyId\":\"%s\"}}"
                        .formatted(policy));
    }

    private void policy(String lastResort) {
        put(
                "policies/" + policy,
                "{\"displayName\":\"P\",\"steps\":[{\"targets\":[{\"staffContact\":true}]},{\"afterSeconds\":300,\"targets\":[{\"scheduleId\":\"%s\"}]}]%s}"
                        .formatted(schedule, lastResort));
    }

    private static void put(String path, String body) {
        json(body).put("/v1/" + path).then().statusCode(org.hamcrest.Matchers.lessThan(300));
    }

    @Test
    void whoeverNobodyWouldHelpIsListedUntilTheLastResortIsThere() {
        String mine = "items.find { it.staffId == '%s' }".formatted(colleague);
        admin().get("/v1/coverage")
                .then()
                .statusCode(200)
                .body("items.staffId", not(hasItem(staff)))
                .body(mine + ".policyId", equalTo(policy))
                .body(
                        mine + ".gaps[0].why",
                        contains(
                                "the attacked member of staff has no contact",
                                "nobody is on call in Night",
                                "ct-none is not in the directory"));

        policy(",\"lastResort\":{\"contactId\":\"%s\"}".formatted(lead));

        admin().get("/v1/coverage").then().body("items.staffId", not(hasItem(colleague)));
    }

    @Test
    void aSimulationSaysWhoIsPagedWhenAndWhoIsNotAndWhy() {
        policy(
                ",\"repeat\":1,\"roundPauseSeconds\":600,\"lastResort\":{\"contactId\":\"%s\"}"
                        .formatted(lead));

        json("{\"staffId\":\"%s\",\"severity\":3,\"at\":\"2026-11-23T12:00:00Z\"}".formatted(staff))
                .post("/v1/policies/" + policy + ":simulate")
                .then()
                .statusCode(200)
                .body("pages.step", contains(1, 2, 1, 2, 3))
                .body("pages.round", contains(1, 1, 2, 2, 2))
                .body(
                        "pages.at",
                        contains(
                                "2026-11-23T12:00:00Z",
                                "2026-11-23T12:05:00Z",
                                "2026-11-23T12:05:00Z",
                                "2026-11-23T12:10:00Z",
                                "2026-11-23T12:10:00Z"))
                .body("pages[0].calls.contactId", contains(own))
                .body("pages[0].calls.channel", contains("email"))
                .body("pages[0].lastResort", nullValue())
                .body("pages[1].calls", empty())
                .body("pages[1].timeline.what", contains("not-paged"))
                .body("pages[1].timeline.reason", contains("Step 2: nobody is on call in Night"))
                .body("pages[2].because", equalTo("The step before reached nobody"))
                .body("pages[4].lastResort", equalTo(true))
                .body("pages[4].calls.contactId", contains(lead));
    }

    @Test
    void inASimulationTooNoAuthorIsCalledAndTheScheduleIsAskedAtTheTimeOfThePage() {
        json("{\"staffId\":\"%s\",\"authors\":[{\"platform\":\"forum\",\"handle\":\"SAM_cm\"}],\"at\":\"2098-06-01T00:00:00Z\"}"
                        .formatted(staff))
                .post("/v1/policies/" + policy + ":simulate")
                .then()
                .statusCode(200)
                .body("pages[0].calls", empty())
                .body(
                        "pages[0].timeline.reason",
                        contains(containsString("is an author of the attack")))
                .body("pages[1].at", equalTo("2098-06-01T00:00:00Z"))
                .body("pages[1].calls.contactId", contains(lead));
    }

    @Test
    void inASimulationTooWhoActedIsNotCalledAloneAndAJuniorHasASenior() {
        String author = fresh("heath");
        sql(
                "insert into signal (id, type, author_handle, by_staff, source, at, received_at)"
                        + " values (?, 'moderation-action', ?, ?, 'forum', cast('2026-11-20T00:00:00Z' as timestamptz), now())",
                fresh("si"),
                author,
                colleague);
        policy(",\"lastResort\":{\"contactId\":\"%s\"}".formatted(lead));
        String attack =
                "{\"staffId\":\"%s\",\"authors\":[{\"platform\":\"forum\",\"handle\":\"%s\"}],\"at\":\"2026-11-23T12:00:00Z\"}";

        json(attack.formatted(staff, author))
                .post("/v1/policies/" + policy + ":simulate")
                .then()
                .statusCode(200)
                .body("pages[0].calls.contactId", contains(own, lead))
                .body("pages[0].timeline.reason", hasItem(containsString("acted against")));

        put(
                "staff/" + staff,
                "{\"displayName\":\"Dana\",\"junior\":true,\"escalation\":{\"contactId\":\"%s\",\"policyId\":\"%s\",\"seniorContactId\":\"%s\"}}"
                        .formatted(own, policy, lead));

        json(attack.formatted(staff, "nobody"))
                .post("/v1/policies/" + policy + ":simulate")
                .then()
                .body("pages[0].calls.contactId", contains(own, lead))
                .body("pages[0].timeline.reason", hasItem(containsString("as senior")));
        admin().delete("/v1/contacts/" + lead).then().statusCode(409);
    }

    @Test
    void whatCannotBeSimulatedIsSaid() {
        String path = "/v1/policies/" + policy + ":simulate";
        json("{\"severity\":9,\"authors\":[{}]}")
                .post(path)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/staffId", "/severity", "/authors/0"));
        json("{\"staffId\":\"cm-none\"}").post(path).then().statusCode(400);
        json("{\"staffId\":\"%s\"}".formatted(staff))
                .post("/v1/policies/po-none:simulate")
                .then()
                .statusCode(404);
        json("{\"staffId\":\"%s\"}".formatted(staff))
                .post("/v1/policies/default:simulate")
                .then()
                .statusCode(200)
                .body("pages[0].calls.contactId", contains(own));
    }
}
