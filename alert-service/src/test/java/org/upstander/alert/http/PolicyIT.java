package org.upstander.alert.http;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;
import static org.upstander.alert.http.DirectoryBodies.policy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** Policies by REST. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class PolicyIT extends RestTestBase {

    @Test
    void aPolicyComesBackAsItWasPut() {
        String path = "/v1/policies/" + fresh("po");
        json(policy("ct-2"))
                .put(path)
                .then()
                .statusCode(201)
                .body("warnings.detail", hasItem(containsString("/v1/contacts/ct-2")));
        admin().get(path)
                .then()
                .statusCode(200)
                .body("steps[0].targets[0].staffContact", equalTo(true))
                .body("steps[1].afterSeconds", equalTo(300))
                .body("steps[1].targets[0].contactId", equalTo("ct-2"))
                .body("repeat", equalTo(2))
                .body("lastResort.contactId", equalTo("ct-2"));
        json("{\"displayName\":\"P\",\"steps\":[{\"targets\":[{\"scheduleId\":\"sc-1\",\"contactId\":\"ct-1\"},{}]}],\"repeat\":99}")
                .put(path)
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        hasItems("/steps/0/targets/0", "/steps/0/targets/1", "/repeat"));
    }

    @Test
    void withoutALastResortItIsRefusedWithTheFix() {
        String path = "/v1/policies/" + fresh("po");
        for (String none : List.of("", ",\"lastResort\":null", ",\"lastResort\":{}")) {
            json("{\"displayName\":\"P\",\"steps\":[{\"targets\":[{\"staffContact\":true}]}]"
                            + none
                            + "}")
                    .put(path)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("errors.pointer", contains("/lastResort"))
                    .body("errors[0].detail", containsString("contactId"));
        }
        admin().get(path).then().statusCode(404);
    }

    @Test
    void whenItPagesAgainIsPartOfAPolicy() {
        String path = "/v1/policies/" + fresh("po");
        String steps =
                "{\"displayName\":\"P\",\"steps\":[{\"targets\":[{\"staffContact\":true}]}],\"lastResort\":{\"contactId\":\"ct-9\"},";
        json(steps
                        + "\"groupWaitSeconds\":30,\"groupIntervalSeconds\":600,\"repeatSeconds\":3600,"
                        + "\"acknowledgements\":2,\"acknowledgeExpires\":{\"1\":null,\"3\":\"PT30M\"}}")
                .put(path)
                .then()
                .statusCode(201);
        admin().get(path)
                .then()
                .body("groupWaitSeconds", equalTo(30))
                .body("groupIntervalSeconds", equalTo(600))
                .body("repeatSeconds", equalTo(3600))
                .body("acknowledgements", equalTo(2))
                .body("acknowledgeExpires", hasKey("1"))
                .body("acknowledgeExpires.1", nullValue())
                .body("acknowledgeExpires.3", equalTo("PT30M"));
        json(steps
                        + "\"groupWaitSeconds\":601,\"repeatSeconds\":1,\"acknowledgements\":0,"
                        + "\"acknowledgeExpires\":{\"2\":\"soon\",\"5\":null}}")
                .put(path)
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/groupWaitSeconds",
                                "/repeatSeconds",
                                "/acknowledgements",
                                "/acknowledgeExpires/2",
                                "/acknowledgeExpires"));
    }
}
