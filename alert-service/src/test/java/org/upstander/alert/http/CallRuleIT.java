package org.upstander.alert.http;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.upstander.alert.Phones;
import org.upstander.infrastructure.InfrastructureResource;

/** Rules of contacts by REST, and what they change of warnings, coverage and simulation. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class CallRuleIT extends RestTestBase {

    private static final String TWO =
            "{\"displayName\":\"Lead\",\"methods\":[{\"channel\":\"email\",\"address\":\"lead@example.org\",\"verified\":%s},"
                    + "{\"channel\":\"sms\",\"address\":\"%s\",\"verified\":true}],\"rules\":%s}";

    private static String two(boolean verified, String rules) {
        return TWO.formatted(verified, Phones.next(), rules);
    }

    @Test
    void rulesAreKeptAsGiven() {
        String path = "/v1/contacts/" + fresh("ct");
        json(two(
                        true,
                        "[{\"fromSeverity\":3,\"calls\":[{\"method\":1},{\"method\":0,\"after\":\"PT2M\"}]}]"))
                .put(path)
                .then()
                .statusCode(201)
                .body("warnings", empty());
        admin().get(path)
                .then()
                .body("rules[0].fromSeverity", equalTo(3))
                .body("rules[0].calls.method", contains(1, 0))
                .body("rules[0].calls.after", contains("PT0S", "PT2M"));
    }

    @Test
    void whatIsWrongWithARuleIsNamedWithItsFix() {
        json(two(
                        true,
                        "[{\"fromSeverity\":3,\"calls\":[{\"method\":2,\"after\":\"PT1M\"},{\"method\":0,\"after\":\"soon\"},{\"method\":0}]},"
                                + "{\"fromSeverity\":3,\"calls\":[]},{\"calls\":[{},null]},null]"))
                .put("/v1/contacts/" + fresh("ct"))
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/rules/0/calls/0/method",
                                "/rules/0/calls/0/after",
                                "/rules/0/calls/1/after",
                                "/rules/0/calls/2/method",
                                "/rules/1/fromSeverity",
                                "/rules/1/calls",
                                "/rules/2/fromSeverity",
                                "/rules/2/calls/0/method",
                                "/rules/2/calls/1",
                                "/rules/3"))
                .body(
                        "errors.detail",
                        hasItem(
                                "names no method; name the place of one of the contact's methods, from 0 to 1"));
    }

    @Test
    void anUnverifiedMethodIsWarnedOf() {
        json(two(
                        false,
                        "[{\"fromSeverity\":2,\"calls\":[{\"method\":1},{\"method\":0,\"after\":\"PT2M\"}]},"
                                + "{\"fromSeverity\":4,\"calls\":[{\"method\":0}]}]"))
                .put("/v1/contacts/" + fresh("ct"))
                .then()
                .statusCode(201)
                .body(
                        "warnings.pointer",
                        containsInAnyOrder("/rules/0/calls/1/method", "/rules/1"));
    }

    @Test
    void coverageAndPoliciesKnowThatARuleCallsNobody() {
        // Given: from severity 4 on only by a mail that is not verified
        String contact = fresh("ct");
        String staff = fresh("cm");
        String policy = fresh("po");
        String mine = "items.find { it.staffId == '%s' }".formatted(staff);
        String rules = "[{\"fromSeverity\":4,\"calls\":[{\"method\":0}]}]";
        json(two(false, rules)).put("/v1/contacts/" + contact).then().statusCode(201);
        json("{\"displayName\":\"P\",\"steps\":[{\"targets\":[{\"staffContact\":true}]}],\"lastResort\":{\"contactId\":\"%s\"}}"
                        .formatted(contact))
                .put("/v1/policies/" + policy)
                .then()
                .statusCode(201)
                .body("warnings.detail", hasItem(containsString("from severity 4 on")));
        json("{\"displayName\":\"Dana\",\"escalation\":{\"contactId\":\"%s\",\"policyId\":\"%s\"}}"
                        .formatted(contact, policy))
                .put("/v1/staff/" + staff)
                .then()
                .statusCode(201);

        // Then
        admin().get("/v1/coverage")
                .then()
                .body(
                        mine + ".gaps[0].why",
                        hasItems(
                                "Lead has no verified address on a channel that works here among those that their rule names",
                                "that is so at severity 4"));

        // When
        json(two(true, rules)).put("/v1/contacts/" + contact).then().statusCode(200);

        // Then
        admin().get("/v1/coverage").then().body("items.staffId", not(hasItem(staff)));
    }

    @Test
    void aSimulationSaysWhenEachMethodIsTried() {
        // Given
        String contact = fresh("ct");
        String staff = fresh("cm");
        json(two(
                        true,
                        "[{\"fromSeverity\":3,\"calls\":[{\"method\":1},{\"method\":0,\"after\":\"PT2M\"}]}]"))
                .put("/v1/contacts/" + contact)
                .then()
                .statusCode(201);
        json("{\"displayName\":\"Dana\",\"escalation\":{\"contactId\":\"%s\"}}".formatted(contact))
                .put("/v1/staff/" + staff)
                .then()
                .statusCode(201);
        String attack = "{\"staffId\":\"%s\",\"severity\":%d,\"at\":\"2026-11-23T12:00:00Z\"}";

        // Then
        json(attack.formatted(staff, 3))
                .post("/v1/policies/default:simulate")
                .then()
                .body("pages[0].calls.channel", contains("sms", "email"))
                .body("pages[0].calls[0].at", nullValue())
                .body("pages[0].calls[1].at", equalTo("2026-11-23T12:02:00Z"))
                .body(
                        "pages[0].timeline.reason",
                        contains("Step 1: Lead is called by sms, by email after 120 s"));
        json(attack.formatted(staff, 2))
                .post("/v1/policies/default:simulate")
                .then()
                .body("pages[0].calls.channel", contains("email"));
    }
}
