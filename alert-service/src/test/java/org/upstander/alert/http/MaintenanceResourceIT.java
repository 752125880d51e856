package org.upstander.alert.http;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.infrastructure.InfrastructureResource;

/** Maintenance windows by REST. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class MaintenanceResourceIT extends RestTestBase {

    private static final String HOUR =
            "\"startsAt\":\"2026-11-23T12:00:00Z\",\"endsAt\":\"2026-11-23T13:00:00Z\",\"comment\":\"Move\"";

    @Test
    void oneOfEverythingComesBackAndStaysInTheListAfterItsEnd() {
        String id = fresh("mw");
        String path = "/v1/maintenance/" + id;
        json("{" + HOUR + "}").put(path).then().statusCode(201).body("createdBy", notNullValue());
        json("{" + HOUR + "}").put(path).then().statusCode(200);
        admin().get(path)
                .then()
                .statusCode(200)
                .body("pageFromSeverity", equalTo(3))
                .body("matchers.sources.size()", equalTo(0))
                .body("endsAt", equalTo("2026-11-23T13:00:00Z"));
        admin().get("/v1/maintenance?limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
        admin().delete(path).then().statusCode(204);
        admin().get(path).then().statusCode(404);
        admin().delete(path).then().statusCode(404);
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        String path = "/v1/maintenance/" + fresh("mw");
        json("{\"pageFromSeverity\":5}")
                .put(path)
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        hasItems("/pageFromSeverity", "/startsAt", "/endsAt", "/comment"));
        admin().get(path).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T12:00:00Z,2026-11-23T12:00:00Z,must be later than startsAt",
        "2026-11-23T12:00:00Z,2026-11-22T12:00:00Z,must be later than startsAt",
        "2026-11-23T12:00:00Z,2026-12-23T12:00:01Z,must be at most 30 days after startsAt"
    })
    void oneThatEndsBeforeItBeginsOrNearlyNeverIsRefused(String from, String until, String why) {
        for (String path : new String[] {"/v1/maintenance/", "/v1/event-modes/"}) {
            json("{\"startsAt\":\"%s\",\"endsAt\":\"%s\",\"comment\":\"x\"}".formatted(from, until))
                    .put(path + fresh("x"))
                    .then()
                    .statusCode(400)
                    .body("errors.find { it.pointer == '/endsAt' }.detail", equalTo(why));
        }
    }
}
