package org.upstander.alert.http;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** Event modes by REST. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class EventModeResourceIT extends RestTestBase {

    @Test
    void aCompetitionComesBackAsItWasPutUntilItIsDeleted() {
        String id = fresh("ev");
        String path = "/v1/event-modes/" + id;
        String body =
                "{\"kind\":\"ban_wave\",\"staff\":[\"cm-07\"],\"startsAt\":\"2026-11-23T12:00:00Z\",\"endsAt\":\"2026-11-23T13:00:00Z\",\"comment\":\"Bots\"}";
        json(body).put(path).then().statusCode(201).body("createdBy", notNullValue());
        json(body).put(path).then().statusCode(200);
        admin().get(path)
                .then()
                .statusCode(200)
                .body("kind", equalTo("ban_wave"))
                .body("staff", hasItem("cm-07"))
                .body("comment", equalTo("Bots"));
        admin().get("/v1/event-modes?limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
        admin().get(path + "/report")
                .then()
                .statusCode(200)
                .body("held", equalTo(0))
                .body("raised", equalTo(0));
        admin().delete(path).then().statusCode(204);
        admin().get(path).then().statusCode(404);
        admin().get(path + "/report").then().statusCode(404);
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        String path = "/v1/event-modes/" + fresh("ev");
        json("{\"kind\":\"party\"}")
                .put(path)
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        hasItems("/kind", "/staff", "/startsAt", "/endsAt", "/comment"));
        json("{\"kind\":\"competition\",\"from\":\"x\"}").put(path).then().statusCode(400);
        admin().get(path).then().statusCode(404);
    }
}
