package org.upstander.alert.http;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** People who come with a token of an identity server: its roles are scopes by configuration. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(IdentityServerResource.class)
class OidcIT extends RestTestBase {

    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void aRoleBecomesTheScopeThatTheConfigurationNames() {
        String moderator = token(IdentityServerResource.ISSUER, HOUR, "moderator");
        with(moderator).get("/v1/incidents").then().statusCode(200);
        with(moderator).get("/v1/staff").then().statusCode(403);
        with(moderator)
                .urlEncodingEnabled(false)
                .post("/v1/incidents/in_unknown:resolve")
                .then()
                .statusCode(403);
    }

    @Test
    void aRoleMayBecomeSeveralScopes() {
        String lead = token(IdentityServerResource.ISSUER, HOUR, "lead");
        with(lead).get("/v1/incidents").then().statusCode(200);
        with(lead)
                .urlEncodingEnabled(false)
                .post("/v1/incidents/in_unknown:resolve")
                .then()
                .statusCode(404);
        with(lead).get("/v1/tokens").then().statusCode(403);
    }

    @Test
    void aRoleThatBecomesAdminMayDoEverything() {
        String chief = token(IdentityServerResource.ISSUER, HOUR, "chief");
        with(chief).get("/v1/staff").then().statusCode(200);
        with(chief).get("/v1/incidents").then().statusCode(200);
    }

    @Test
    void aRoleThatIsNotMappedGivesNothing() {
        with(token(IdentityServerResource.ISSUER, HOUR, "visitor"))
                .get("/v1/incidents")
                .then()
                .statusCode(403);
        with(token(IdentityServerResource.ISSUER, HOUR))
                .get("/v1/incidents")
                .then()
                .statusCode(403);
    }

    @Test
    void whoeverActsIsNamedByTheSubject() {
        String id = fresh("in");
        incident(id, fresh("cm"), "2026-11-20T12:00:00Z", "open");
        with(token(IdentityServerResource.ISSUER, HOUR, "lead"))
                .urlEncodingEnabled(false)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/incidents/" + id + ":acknowledge")
                .then()
                .statusCode(200)
                .body("acknowledged.by", equalTo("dana"));
    }

    @Test
    void aTokenOfAnotherIssuerOrForAnotherServiceAnExpiredAndAChangedOneAreRefused() {
        String good = token(IdentityServerResource.ISSUER, HOUR, "chief");
        int dot = good.lastIndexOf('.');
        char first = good.charAt(dot + 1) == 'A' ? 'B' : 'A';
        for (String bad :
                List.of(
                        token("elsewhere", HOUR, "chief"),
                        IdentityServerResource.token(
                                IdentityServerResource.ISSUER,
                                "dana",
                                "another-service",
                                HOUR,
                                List.of("chief")),
                        token(IdentityServerResource.ISSUER, Duration.ofMinutes(-5), "chief"),
                        good.substring(0, dot + 1) + first + good.substring(dot + 2),
                        good.substring(0, dot + 1),
                        "a.b.c")) {
            with(bad)
                    .get("/v1/incidents")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void apiTokensGoOnWorking() {
        admin().get("/v1/staff").then().statusCode(200);
        with(tokenWith("incidents:read")).get("/v1/incidents").then().statusCode(200);
        with("ups_made-up").get("/v1/incidents").then().statusCode(401);
    }

    @Test
    void theClaimSaysWhosePageIsShown() {
        String staff = fresh("cm");
        json("{\"displayName\":\"Dana\"}").put("/v1/staff/" + staff).then().statusCode(201);
        with(IdentityServerResource.ofStaff("dana", staff))
                .get("/v1/me/summary")
                .then()
                .statusCode(200)
                .body("staffId", equalTo(staff));
        with(token(IdentityServerResource.ISSUER, HOUR, "me:read"))
                .get("/v1/me/summary")
                .then()
                .statusCode(404);
    }

    private static String token(String issuer, Duration life, String... roles) {
        return IdentityServerResource.token(issuer, "dana", life, List.of(roles));
    }
}
