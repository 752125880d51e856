package org.upstander.alert.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.access.Scopes;
import org.upstander.infrastructure.InfrastructureResource;

/** Every operation of the service asks for its scope; a new one must be named here first. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class AccessIT extends RestTestBase {

    private static final String OPEN = "open to whoever holds the link";

    private static final String PROVEN = "proven by the caller's signature or token, never by ours";

    private static final Map<String, String> EXPECTED =
            Map.ofEntries(
                    Map.entry("listStaff", Scopes.ADMIN),
                    Map.entry("getStaffMember", Scopes.ADMIN),
                    Map.entry("putStaffMember", Scopes.ADMIN),
                    Map.entry("deleteStaffMember", Scopes.ADMIN),
                    Map.entry("importStaff", Scopes.ADMIN),
                    Map.entry("republishRoster", Scopes.ADMIN),
                    Map.entry("staffSummary", Scopes.INCIDENTS_READ),
                    Map.entry("mySummary", Scopes.ME_READ),
                    Map.entry("listInbox", Scopes.ME_READ),
                    Map.entry("readInboxEntry", Scopes.ME_READ),
                    Map.entry("webPushKey", Scopes.ME_READ),
                    Map.entry("reviewLoad", Scopes.INCIDENTS_READ),
                    Map.entry("timeseries", Scopes.INCIDENTS_READ),
                    Map.entry("noiseFloor", Scopes.INCIDENTS_READ),
                    Map.entry("top", Scopes.INCIDENTS_READ),
                    Map.entry("responseTimes", Scopes.INCIDENTS_READ),
                    Map.entry("whatIf", Scopes.INCIDENTS_READ),
                    Map.entry("listContacts", Scopes.ADMIN),
                    Map.entry("getContact", Scopes.ADMIN),
                    Map.entry("putContact", Scopes.ADMIN),
                    Map.entry("deleteContact", Scopes.ADMIN),
                    Map.entry("sendMethodCode", Scopes.ADMIN),
                    Map.entry("testMethod", Scopes.ADMIN),
                    Map.entry("verifyMethod", Scopes.ADMIN),
                    Map.entry("coverage", Scopes.ADMIN),
                    Map.entry("simulatePolicy", Scopes.ADMIN),
                    Map.entry("listSchedules", Scopes.ADMIN),
                    Map.entry("putSchedule", Scopes.ADMIN),
                    Map.entry("getSchedule", Scopes.ADMIN),
                    Map.entry("deleteSchedule", Scopes.ADMIN),
                    Map.entry("onCall", Scopes.INCIDENTS_READ),
                    Map.entry("shifts", Scopes.INCIDENTS_READ),
                    Map.entry("makeScheduleFeed", Scopes.ADMIN),
                    Map.entry("revokeScheduleFeed", Scopes.ADMIN),
                    Map.entry("makeContactFeed", Scopes.ADMIN),
                    Map.entry("revokeContactFeed", Scopes.ADMIN),
                    Map.entry("importCalendar", Scopes.ADMIN),
                    Map.entry("readCalendar", OPEN),
                    Map.entry("listPolicies", Scopes.ADMIN),
                    Map.entry("getPolicy", Scopes.ADMIN),
                    Map.entry("putPolicy", Scopes.ADMIN),
                    Map.entry("deletePolicy", Scopes.ADMIN),
                    Map.entry("listSilences", Scopes.INCIDENTS_READ),
                    Map.entry("getSilence", Scopes.INCIDENTS_READ),
                    Map.entry("putSilence", Scopes.INCIDENTS_WRITE),
                    Map.entry("deleteSilence", Scopes.INCIDENTS_WRITE),
                    Map.entry("listMaintenance", Scopes.INCIDENTS_READ),
                    Map.entry("getMaintenance", Scopes.INCIDENTS_READ),
                    Map.entry("putMaintenance", Scopes.INCIDENTS_WRITE),
                    Map.entry("deleteMaintenance", Scopes.INCIDENTS_WRITE),
                    Map.entry("listEventModes", Scopes.INCIDENTS_READ),
                    Map.entry("getEventMode", Scopes.INCIDENTS_READ),
                    Map.entry("reportEventMode", Scopes.INCIDENTS_READ),
                    Map.entry("putEventMode", Scopes.INCIDENTS_WRITE),
                    Map.entry("deleteEventMode", Scopes.INCIDENTS_WRITE),
                    Map.entry("listAuthorAliases", Scopes.INCIDENTS_READ),
                    Map.entry("getAuthorAlias", Scopes.INCIDENTS_READ),
                    Map.entry("putAuthorAlias", Scopes.INCIDENTS_WRITE),
                    Map.entry("deleteAuthorAlias", Scopes.INCIDENTS_WRITE),
                    Map.entry("getThresholds", Scopes.ADMIN),
                    Map.entry("putThresholds", Scopes.ADMIN),
                    Map.entry("createToken", Scopes.ADMIN),
                    Map.entry("listTokens", Scopes.ADMIN),
                    Map.entry("revokeToken", Scopes.ADMIN),
                    Map.entry("listIncidents", Scopes.INCIDENTS_READ),
                    Map.entry("getOriginal", Scopes.INCIDENTS_READ),
                    Map.entry("getIncident", Scopes.INCIDENTS_READ),
                    Map.entry("listAssessments", Scopes.INCIDENTS_READ),
                    Map.entry("listNotifications", Scopes.INCIDENTS_READ),
                    Map.entry("summary", Scopes.INCIDENTS_READ),
                    Map.entry("events", Scopes.INCIDENTS_READ),
                    Map.entry("acknowledgeIncident", Scopes.INCIDENTS_WRITE),
                    Map.entry("resolveIncident", Scopes.INCIDENTS_WRITE),
                    Map.entry("escalateIncident", Scopes.INCIDENTS_WRITE),
                    Map.entry("assignIncident", Scopes.INCIDENTS_WRITE),
                    Map.entry("startCheckIn", Scopes.INCIDENTS_WRITE),
                    Map.entry("checkedIn", Scopes.INCIDENTS_WRITE),
                    Map.entry("commentIncident", Scopes.INCIDENTS_WRITE),
                    Map.entry("linkIncident", Scopes.INCIDENTS_WRITE),
                    Map.entry("mergeIncident", Scopes.INCIDENTS_WRITE),
                    Map.entry("snoozeIncident", Scopes.INCIDENTS_WRITE),
                    Map.entry("splitIncident", Scopes.INCIDENTS_WRITE),
                    Map.entry("receivePagerDuty", PROVEN),
                    Map.entry("receiveOpsgenie", PROVEN),
                    Map.entry("receiveSlack", PROVEN),
                    Map.entry("receiveText", PROVEN),
                    Map.entry("receiveTextStatus", PROVEN),
                    Map.entry("receiveKey", PROVEN),
                    Map.entry("receiveCallStatus", PROVEN),
                    Map.entry("reviewEvidence", Scopes.INCIDENTS_WRITE),
                    Map.entry("reviewAssessment", Scopes.INCIDENTS_WRITE),
                    Map.entry("measuredModels", Scopes.INCIDENTS_READ),
                    Map.entry("listReviews", Scopes.ADMIN),
                    Map.entry("showAcknowledgeLink", OPEN),
                    Map.entry("acknowledgeByLink", OPEN));

    @Test
    void everyOperationHasAnExpectedScopeAndNoneIsGone() {
        assertThat(ApiDocument.read().operations())
                .extracting(ApiDocument.Operation::id)
                .containsExactlyInAnyOrderElementsOf(EXPECTED.keySet());
    }

    @Test
    void everyOperationRefusesWhoeverHasNoTokenOrAnotherScope() {
        SoftAssertions all = new SoftAssertions();
        for (ApiDocument.Operation operation : ApiDocument.read().operations()) {
            String scope = EXPECTED.getOrDefault(operation.id(), Scopes.ADMIN);
            for (String type : types(operation)) {
                String name = operation.id() + " " + type;
                if (scope.equals(OPEN)) {
                    all.assertThat(status(operation, type, null)).as(name).isEqualTo(404);
                    continue;
                }
                all.assertThat(status(operation, type, null)).as(name).isEqualTo(401);
                if (scope.equals(PROVEN)) {
                    String admin = tokenWith(Scopes.ADMIN);
                    all.assertThat(status(operation, type, admin)).as(name).isEqualTo(401);
                    continue;
                }
                all.assertThat(status(operation, type, "ups_made-up")).as(name).isEqualTo(401);
                all.assertThat(status(operation, type, allBut(scope))).as(name).isEqualTo(403);
                all.assertThat(status(operation, type, tokenWith(scope)))
                        .as(name)
                        .isNotIn(401, 403)
                        .isLessThan(500);
            }
        }
        all.assertAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/metrics", "/v1/nothing", "/", "/v1/staff/", "/v1//staff"})
    void whatIsNotInTheDocumentIsClosedToo(String path) {
        given().urlEncodingEnabled(false).get(path).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/live", "/q/health/ready", "/q/openapi"})
    void healthAndTheDocumentAreOpen(String path) {
        given().get(path).then().statusCode(200);
    }

    private static List<String> types(ApiDocument.Operation operation) {
        return operation.bodyTypes().isEmpty() ? List.of("") : operation.bodyTypes();
    }

    /** A token with every scope but this one, and but admin, which implies it. */
    private static String allBut(String scope) {
        Set<String> others = new TreeSet<>(Scopes.ALL);
        others.remove(scope);
        others.remove(Scopes.ADMIN);
        return tokenWith(others.toArray(String[]::new));
    }

    /** Reads no body: one of the answers never ends. */
    private static int status(ApiDocument.Operation operation, String type, String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://localhost:"
                                                + RestAssured.port
                                                + operation
                                                        .path()
                                                        .replaceAll("\\{\\w+}", "nobody")))
                        .method(
                                operation.method(),
                                type.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString("{}"));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<InputStream> response =
                    HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
            response.body().close();
            return response.statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(operation.id(), e);
        }
    }
}
