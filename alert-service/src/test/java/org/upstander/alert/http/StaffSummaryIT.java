package org.upstander.alert.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** How a member of staff fares, for whoever looks after her. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class StaffSummaryIT extends StatsTestBase {

    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");

    private String staff;
    private String platform;

    @BeforeEach
    void employ() {
        staff = fresh("cm");
        platform = fresh("forum");
        json("""
             {"displayName":"Dana","timeZone":"%s","handles":[{"platform":"%s","handle":"dana_cm"}]}"""
                        .formatted(AUCKLAND, platform))
                .put("/v1/staff/" + staff)
                .then()
                .statusCode(201);
    }

    @AfterEach
    void forgetSources() {
        sql("delete from source_sight where platform ilike ?", platform);
    }

    @Test
    void herLoadIsThatOfHerOwnDaysAndNights() {
        // Given: at noon and in the night of each of the six days before today, where she lives
        for (int daysAgo = 1; daysAgo <= 6; daysAgo++) {
            counted(staff, "forum", at(daysAgo, "12:00"), 0, 0, 0, 1, 0);
            counted(staff, "chat", at(daysAgo, "04:00"), 0, 0, 0, 2, 0);
        }
        counted(staff, "forum", at(20, "12:00"), 0, 0, 0, 500, 0);

        // Then
        summary()
                .body("load.attacks", equalTo(18))
                .body("load.nights", equalTo(6))
                .body("load.consecutiveDays", equalTo(6))
                .body("load.overBudget", equalTo(true))
                .body(
                        "load.hint",
                        equalTo(
                                "6 nights with attacks within 7 days (3 at most), 6 days in a row (5 at most): let a colleague take their place for a while, and ask how they are"));
    }

    @Test
    void whoIsLeftInPeaceHasNoLoadAndNoHint() {
        summary()
                .body("load.attacks", equalTo(0))
                .body("load.overBudget", equalTo(false))
                .body("load", not(hasKey("hint")))
                .body("noiseFloor.state", equalTo("no-baseline"))
                .body("thanks.supportive", equalTo(0))
                .body("blindSources", empty())
                .body("state", equalTo("quiet"));
    }

    @Test
    void theNoiseFloorIsOfSevenDaysByTheTwentyEightBefore() {
        // Given: 10 a day with no attack before, then 5 attacks in 40
        for (int daysAgo = 7; daysAgo < 35; daysAgo++) {
            counted(staff, "forum", at(daysAgo, "12:00"), 5, 5, 0, 0, 0);
        }
        counted(staff, "forum", at(2, "12:00"), 20, 14, 1, 5, 3);

        // Then: 0.5 / 281 is usual
        summary()
                .body("noiseFloor.attack", equalTo(5))
                .body("noiseFloor.supportive", equalTo(20))
                .body("noiseFloor.attackRatio", equalTo(0.125f))
                .body("noiseFloor.centre", equalTo(0.001779f))
                .body("noiseFloor.state", equalTo("above"))
                .body("noiseFloor.direction", equalTo("rising"))
                .body("noiseFloor.reason", startsWith("5 of 40 mentions are attacks"))
                .body("thanks.supportive", equalTo(20));
    }

    @Test
    void thanksAreLinksForWhoPassesThemOnAndNotForHerself() {
        // Given
        assessed(staff + 1, staff, "ann", "t1", Instant.now().toString(), "supportive", 0, 0.1);

        // Then
        String answer =
                summary()
                        .body(
                                "thanks.latest.url",
                                contains("https://forum.example.org/t/" + staff + 1))
                        .extract()
                        .asString();
        assertThat(answer).doesNotContain("ann");

        // When: she may read incidents, too
        String hers =
                json("{\"name\":\"x\",\"scopes\":[\"incidents:read\"],\"staffId\":\"%s\"}"
                                .formatted(staff))
                        .post("/v1/tokens")
                        .path("token");

        // Then
        with(hers)
                .get("/v1/staff/" + staff + "/summary")
                .then()
                .statusCode(200)
                .body("thanks.latest", empty());
    }

    @Test
    void whereNobodySeesAndWhenNobodyComesIsSaid() {
        // Given: of two blind sources one is where she is; a third sees
        source("a", platform.toUpperCase(Locale.ROOT), "BLIND");
        source("b", fresh("elsewhere"), "BLIND");
        source("c", platform, "SEES");

        // Then
        summary()
                .body("blindSources", hasSize(1))
                .body("blindSources[0].sourceId", equalTo("a-" + staff))
                .body("blindSources[0].displayName", equalTo("Main forum"))
                .body("blindSources[0].cause", equalTo("silent"))
                .body("blindSources[0].since", equalTo("2026-03-03T06:33:26Z"))
                .body("coverage", hasSize(1))
                .body("coverage[0].why", not(empty()));

        // When
        String contact = fresh("ct");
        json(DirectoryBodies.contact("lea@example.org"))
                .put("/v1/contacts/" + contact)
                .then()
                .statusCode(201);
        json("{\"displayName\":\"Dana\",\"escalation\":{\"contactId\":\"%s\"}}".formatted(contact))
                .put("/v1/staff/" + staff)
                .then()
                .statusCode(200);

        // Then
        summary().body("coverage", empty()).body("blindSources", empty());
        sql("delete from source_sight where source_id like ?", "%-" + staff);
    }

    @Test
    void theDocumentHasWhatSheIsToldBesideHowSheFares() {
        assertThat(ApiDocument.read().fields("StaffSummary"))
                .contains("staffId", "state", "items", "load", "noiseFloor", "thanks")
                .contains("coverage", "blindSources")
                .doesNotContain("told");
    }

    @Test
    void whoDoesNotWorkHereHasNoSummary() {
        admin().get("/v1/staff/" + fresh("cm") + "/summary").then().statusCode(404);
    }

    private ValidatableResponse summary() {
        return with(tokenWith("incidents:read"))
                .get("/v1/staff/" + staff + "/summary")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("staffId", equalTo(staff));
    }

    private void source(String id, String on, String state) {
        sql(
                """
                insert into source_sight (source_id, display_name, platform, state, cause, since, at)
                values (?, 'Main forum', ?, ?, 'SILENT', '2026-03-03T06:33:26Z', now())
                """,
                id + "-" + staff,
                on,
                state);
    }

    private static String at(int daysAgo, String time) {
        return LocalDate.now(AUCKLAND)
                .minusDays(daysAgo)
                .atTime(LocalTime.parse(time))
                .atZone(AUCKLAND)
                .toInstant()
                .toString();
    }
}
