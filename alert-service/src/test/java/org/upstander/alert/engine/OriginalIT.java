package org.upstander.alert.engine;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.original.FetchOriginals;
import org.upstander.infrastructure.InfrastructureResource;

/** Posts of incidents as they were received: fetched in time, kept sealed, given out on record. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@TestProfile(OriginalProfile.class)
class OriginalIT extends OriginalTestBase {

    @Inject FetchOriginals fetch;

    @Test
    void whatEntersAnIncidentIsFetchedKeptSealedAndGivenOut() throws Exception {
        // Given
        receive("1", "r1", NEW_KEY, SAID);

        // When
        publish(posts.attack("1", "heath", "t1"));
        eventually(() -> assertThat(state("1")).containsExactly("kept"));
        forgetTopic();

        // Then: the very bytes, to be saved and not to be looked at
        byte[] sent =
                original("1", "for the lawyer")
                        .statusCode(200)
                        .contentType("application/octet-stream")
                        .header("Cache-Control", "no-store")
                        .header("Content-Disposition", "attachment; filename=\"original.bin\"")
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Upstander-Original-Content-Type", "application/json")
                        .header("Upstander-Original-Form", "received")
                        .header("Upstander-Original-SHA256", sha256(SAID))
                        .extract()
                        .asByteArray();
        assertThat(new String(sent, StandardCharsets.UTF_8)).isEqualTo(SAID);
        assertThat(
                        column(
                                "select reader || ' ' || why || ' ' || items from evidence_read where incident_id = ?",
                                incidentId()))
                .containsExactly("token:admin for the lawyer 1");
        assertThat(
                        column(
                                "select encode(sealed, 'escape') from original where post_id = ?",
                                staffId + "-1"))
                .singleElement()
                .satisfies(row -> assertThat(row).doesNotContain("disgrace"));
    }

    @Test
    void aKeyOnItsWayOutStillOpensWhatWasSealedWithIt() {
        receive("1", "r1", OriginalProfile.OLD_KEY, SAID);

        publish(posts.attack("1", "heath", "t1"));

        eventually(() -> assertThat(state("1")).containsExactly("kept"));
        original("1", "x").statusCode(200);
    }

    @Test
    void workersAtTheSameTimeFetchItOnce() {
        // Given
        receive("1", "r1", NEW_KEY, SAID);
        double before = kept();

        // When
        publish(posts.attack("1", "heath", "t1"));
        eventually(
                () -> {
                    now(Uni.join().all(fetch.runOnce(), fetch.runOnce()).andFailFast());
                    assertThat(state("1")).containsExactly("kept");
                });

        // Then
        assertThat(attempts("1")).isEqualTo(1);
        assertThat(kept() - before).isEqualTo(1);
    }

    @Test
    void ofAStormTheFirstOnesAreKept() {
        // Given
        for (int at = 0; at < 6; at++) {
            receive("p" + at, "r1", NEW_KEY, SAID);
        }

        // When: in one batch or in several
        publish(posts.attack("p0", "heath", "t1"), posts.attack("p1", "heath", "t1"));
        publishAndWaitForAll(
                posts.attack("p2", "heath", "t1"),
                posts.attack("p3", "heath", "t1"),
                posts.attack("p4", "heath", "t1"),
                posts.attack("p5", "heath", "t1"));

        // Then
        String incident = incidentId();
        eventually(
                () ->
                        assertThat(
                                        column(
                                                "select state from original where incident_id = ?",
                                                incident))
                                .containsExactly("kept", "kept", "kept", "kept"));
        original("p5", "x").statusCode(404).body("reason", equalTo("not-kept"));
    }

    @Test
    void everyRevisionHasItsOwnAndTheLatestIsGivenOut() {
        // Given
        receive("1", "r1", NEW_KEY, SAID);
        receive("1", "r2", NEW_KEY, "edited");

        // When
        publish(
                posts.attack("1", "heath", "t1"),
                posts.assessment("1", "r2", "heath", "t1", "attack", 2, "edited"));
        eventually(() -> assertThat(state("1")).containsExactly("kept", "kept"));

        // Then
        assertThat(original("1", "x").statusCode(200).extract().asString()).isEqualTo("edited");
        assertThat(
                        admin().queryParam("revision", "r1")
                                .get(path("1"))
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString())
                .isEqualTo(SAID);
    }

    @Test
    void itGoesWithItsEvidence() throws Exception {
        // Given
        receive("1", "r1", NEW_KEY, SAID);
        publish(posts.attack("1", "heath", "t1"));
        eventually(() -> assertThat(state("1")).containsExactly("kept"));

        // When
        try (Connection connection = connection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from evidence where post_id = ?")) {
            delete.setString(1, staffId + "-1");
            delete.execute();
        }

        // Then
        assertThat(state("1")).isEmpty();
        original("1", "x").statusCode(404);
    }

    @Test
    void theAttackedPersonDoesNotGetIt() {
        // Given
        receive("1", "r1", NEW_KEY, SAID);
        publish(posts.attack("1", "heath", "t1"));
        eventually(() -> assertThat(state("1")).containsExactly("kept"));

        // When
        String hers = token(staffId);
        String anothers = token("cm-another");

        // Then
        eventually(() -> bearer(anothers).get(path("1")).then().statusCode(200));
        eventually(() -> bearer(hers).get(path("1")).then().statusCode(403));
        given().get(path("1")).then().statusCode(401);
        admin().queryParam("why", "x".repeat(201)).get(path("1")).then().statusCode(400);
        admin().get("/v1/incidents/in_none/posts/1/original").then().statusCode(404);
    }
}
