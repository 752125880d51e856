package org.upstander.alert.engine;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.canary.Watch;
import org.upstander.alert.domain.Canary;
import org.upstander.contracts.v1.AssessmentEvent;
import org.upstander.infrastructure.InfrastructureResource;

/** The canary goes out by HTTP and comes back by Kafka. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
@WithTestResource(CanaryPeers.class)
class CanaryIT extends CanaryTestBase {

    private static final List<String> TABLES = List.of("assessment", "incident", "signal", "staff");

    @Inject Watch watch;

    @Test
    void oneThatComesBackIsYoungAndLeavesNoTrace() {
        // Given
        JsonNode canary = next();
        forward(MINUTE.multipliedBy(10));
        assertThat(age()).isGreaterThan(600);
        JsonNode second = next();
        double recorded = count("assessments.recorded");

        // When
        publish(assessed(canary), assessed(second));

        // Then
        eventually(() -> assertThat(age()).isLessThan(YOUNG));
        assertThat(canary.get("text").asText()).matches("@[a-z]{16}");
        assertThat(count("assessments.recorded")).isEqualTo(recorded);
        for (String table : TABLES) {
            String column = table.equals("staff") ? "id" : "staff_id";
            assertThat(
                            column(
                                    "select 1 from %s where %s = ?".formatted(table, column),
                                    Canary.STAFF_ID))
                    .as(table)
                    .isEmpty();
        }
        given().header("Authorization", "Bearer demo-admin-token")
                .get("/v1/assessments?limit=200")
                .then()
                .statusCode(200)
                .body("items.source", everyItem(not(equalTo(Canary.SOURCE))));
    }

    @Test
    void whileScoringIsSilentItGrowsOldAndTheServiceStaysReady() {
        // Given
        publish(assessed(next()));
        eventually(() -> assertThat(age()).isLessThan(YOUNG));

        // When
        forward(MINUTE.multipliedBy(4));

        // Then
        assertThat(age()).isGreaterThan(240);
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'canary' }.data.state", equalTo("old"));
        given().header("Authorization", "Bearer demo-admin-token")
                .get("/q/metrics")
                .then()
                .body(containsString("upstander_alert_canary_age_seconds"));
    }

    /** One came back to another instance: the row tells. */
    @Test
    void whatCameBackElsewhereIsYoungHereToo() {
        next();
        forward(MINUTE.multipliedBy(4));
        assertThat(age()).isGreaterThan(240);

        column(
                "update canary set back_at = cast(? as timestamptz) returning back_at",
                clock.instant().toString());

        eventually(() -> assertThat(age()).isLessThan(YOUNG));
    }

    /** What two instances do in the same moment, this one does eight times over. */
    @Test
    void oneAMinuteGoesOutHoweverManyLook() {
        // Given
        next();
        int before = CanaryPeers.posted().size();

        // When
        clock.forward(MINUTE);
        now(Uni.join().all(Stream.generate(watch::runOnce).limit(8).toList()).andFailFast());

        // Then
        List<JsonNode> posted = CanaryPeers.posted();
        assertThat(posted.subList(before, posted.size()))
                .isNotEmpty()
                .extracting(canary -> canary.get("createdAt").asText().substring(0, 16))
                .doesNotHaveDuplicates();
    }

    @Test
    void aForgedOneIsAPostAsAnyOther() {
        // Given
        double forged = count("canary.forged");
        next();
        double old = age();
        AssessmentEvent madeUp = assessment(Canary.STAFF_ID, Canary.SOURCE, "made-up-" + staffId);

        // When
        publishAndWaitForAll(madeUp);

        // Then
        assertThat(column("select id from assessment where id = ?", madeUp.assessmentId()))
                .hasSize(1);
        assertThat(count("canary.forged")).isEqualTo(forged + 1);
        assertThat(age()).isGreaterThanOrEqualTo(old);
    }

    /** Whoever gets hold of a seal hides nothing that is about somebody, or that says more. */
    @Test
    void aSealHidesNoPostAboutAnybodyElse() {
        // Given
        String sealed = next().get("externalId").asText();
        AssessmentEvent aboutOther = assessment(staffId, Canary.SOURCE, sealed);
        AssessmentEvent elsewhere = assessment(Canary.STAFF_ID, "forum", sealed);

        // When
        publishAndWaitForAll(aboutOther, elsewhere);

        // Then
        assertThat(column("select id from assessment where external_id = ? order by id", sealed))
                .containsExactlyInAnyOrder(aboutOther.assessmentId(), elsewhere.assessmentId());
    }

    /** A canary from before never makes a silent system look young. */
    @Test
    void anOldOneThatIsSentAgainMakesNothingYoung() {
        // Given
        JsonNode old = next();
        publish(assessed(old));
        eventually(() -> assertThat(age()).isLessThan(YOUNG));
        forward(MINUTE.multipliedBy(5));

        // When
        double back = count("canary.back");
        publish(assessed(old));
        eventually(() -> assertThat(count("canary.back")).isGreaterThan(back));

        // Then
        assertThat(age()).isGreaterThan(300);
    }
}
