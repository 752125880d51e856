package org.upstander.alert.http;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** Where the configuration names a last resort, it is that of every policy without its own. */
@QuarkusTest
@TestProfile(LastResortIT.BuiltIn.class)
@WithTestResource(InfrastructureResource.class)
class LastResortIT extends RestTestBase {

    private static final String CONTACT = "ct-built-in-last";

    public static class BuiltIn implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("upstander.directory.last-resort-contact", CONTACT);
        }
    }

    @Test
    void aPolicyWithoutItsOwnHasTheBuiltInOne() {
        // Given
        String policy = fresh("po");
        String staff = fresh("cm");
        json(DirectoryBodies.contact("last@example.org"))
                .put("/v1/contacts/" + CONTACT)
                .then()
                .statusCode(org.hamcrest.Matchers.lessThan(300));

        // When
        json("{\"displayName\":\"P\",\"steps\":[{\"targets\":[{\"staffContact\":true}]}]}")
                .put("/v1/policies/" + policy)
                .then()
                .statusCode(201)
                .body("lastResort", nullValue())
                .body("warnings.pointer", not(hasItem("/lastResort")));
        json("{\"displayName\":\"Dana\",\"escalation\":{\"policyId\":\"%s\"}}".formatted(policy))
                .put("/v1/staff/" + staff)
                .then()
                .statusCode(201);

        // Then
        admin().get("/v1/policies/" + policy).then().body("lastResort", nullValue());
        admin().get("/v1/coverage").then().body("items.staffId", not(hasItem(staff)));
        json("{\"staffId\":\"%s\"}".formatted(staff))
                .post("/v1/policies/" + policy + ":simulate")
                .then()
                .statusCode(200)
                .body("pages[1].lastResort", equalTo(true))
                .body("pages[1].calls.contactId", contains(CONTACT));
    }
}
