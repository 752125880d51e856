package org.upstander.alert.http;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** Silences by REST. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class SilenceResourceIT extends RestTestBase {

    private static final String HOUR =
            "\"startsAt\":\"2026-11-23T12:00:00Z\",\"endsAt\":\"2026-11-23T13:00:00Z\",\"comment\":\"Banned\"";

    @Test
    void aSilenceComesBackAsItWasPutUntilItIsDeleted() {
        String id = fresh("si");
        String path = "/v1/silences/" + id;
        String body = "{\"matchers\":{\"staff\":[\"cm-07\"],\"authors\":[\"heath\"]}," + HOUR + "}";
        json(body).put(path).then().statusCode(201).body("createdBy", notNullValue());
        json(body).put(path).then().statusCode(200);
        admin().get(path)
                .then()
                .statusCode(200)
                .body("matchers.authors", hasItem("heath"))
                .body("matchers.severityUpTo", equalTo(4))
                .body("includeThreats", equalTo(false))
                .body("endsAt", equalTo("2026-11-23T13:00:00Z"));
        admin().get("/v1/silences?limit=200").then().statusCode(200).body("items.id", hasItem(id));
        admin().delete(path).then().statusCode(204);
        admin().get(path).then().statusCode(404);
    }

    @Test
    void aSilenceOfEverybodyOrWithoutEndOrReasonIsRefused() {
        String path = "/v1/silences/" + fresh("si");
        json("{\"matchers\":{\"categories\":[\"insult\"],\"severityUpTo\":5},\"includeThreats\":true}")
                .put(path)
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/matchers",
                                "/matchers/severityUpTo",
                                "/startsAt",
                                "/endsAt",
                                "/comment",
                                "/threatsReason"));
        json("{\"matchers\":{\"staff\":[\"cm-07\"]},\"startsAt\":\"2026-11-23T12:00:00Z\",\"endsAt\":\"2026-12-23T12:00:01Z\",\"comment\":\"x\"}")
                .put(path)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/endsAt"));
        admin().get(path).then().statusCode(404);
    }

    @Test
    void anIncidentShowsWhatHoldsItsPage() {
        String silenced = fresh("in");
        String inhibited = fresh("in");
        incident(silenced, "cm-07", "2026-11-23T12:00:00Z", "open");
        incident(inhibited, "cm-07", "2026-11-23T12:00:00Z", "open");
        held(silenced, "si-9", null);
        held(inhibited, null, silenced);

        admin().get("/v1/incidents/" + silenced).then().body("silencedBy", equalTo("si-9"));
        admin().get("/v1/incidents?staff=cm-07&limit=200")
                .then()
                .statusCode(200)
                .body("items.find { it.id == '" + inhibited + "' }.inhibitedBy", equalTo(silenced));
    }

    /** A page as the engine puts it back; due long after the test. */
    private static void held(String incident, String silence, String pileOn) {
        sql(
                """
                insert into page (id, incident_id, round, step, state, due_at, reason, silenced_by, inhibited_by)
                values (?, ?, 0, 0, 'pending', now() + interval '1 day', 'An incident opened', ?, ?)
                """,
                "pg-" + incident,
                incident,
                silence,
                pileOn);
    }
}
