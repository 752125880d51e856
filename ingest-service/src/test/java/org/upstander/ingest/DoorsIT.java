package org.upstander.ingest;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.infrastructure.InfrastructureResource;

/** What the doors answer to requests that hand nothing in. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class DoorsIT {

    @ParameterizedTest
    @CsvSource({
        "GET,/v1/posts",
        "PUT,/v1/posts",
        "DELETE,/v1/posts",
        "GET,/v1/signals",
        "PATCH,/v1/signals"
    })
    void anotherMethodIsToldWhichOnesThereAre(String method, String path) {
        Http.as(Http.ADMIN)
                .request(method, path)
                .then()
                .statusCode(405)
                .contentType(Http.PROBLEM)
                .header("Allow", "POST, OPTIONS")
                .body("title", equalTo("Method Not Allowed"))
                .body("instance", equalTo(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/posts", "/v1/signals"})
    void optionsSaysWhatADoorTakes(String path) {
        Http.as(Http.ADMIN)
                .options(path)
                .then()
                .statusCode(200)
                .header("Allow", "POST, OPTIONS")
                .body(is(""));
    }

    @Test
    void whatIsNotThereIsAProblemToo() {
        Http.as(Http.ADMIN)
                .contentType(Http.JSON)
                .body("{}")
                .post("/v1/nothing")
                .then()
                .statusCode(404)
                .contentType(Http.PROBLEM)
                .body("instance", equalTo("/v1/nothing"));
    }
}
