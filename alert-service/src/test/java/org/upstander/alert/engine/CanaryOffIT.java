package org.upstander.alert.engine;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.canary.CanarySeals;
import org.upstander.alert.domain.Canary;
import org.upstander.contracts.v1.AssessmentEvent;
import org.upstander.infrastructure.InfrastructureResource;

/** Nothing says where ingest-service is. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class CanaryOffIT extends EngineTestBase {

    @Inject MeterRegistry registry;
    @Inject CanarySeals seals;

    @BeforeEach
    void untilReady() {
        eventually(() -> given().get("/q/health/ready").then().statusCode(200));
    }

    @Test
    void noAgeIsTold() {
        assertThat(registry.find("upstander.alert.canary.age").gauge()).isNull();
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'canary' }.data.state", equalTo("off"));
    }

    /** Another instance posts them, and this one may consume them. */
    @Test
    void itKnowsTheCanaryOfAnotherInstanceAllTheSame() {
        AssessmentEvent canary =
                CanaryTestBase.assessment(
                        Canary.STAFF_ID, Canary.SOURCE, seals.seal(clock.instant()));

        publishAndWaitForAll(canary);

        assertThat(column("select id from assessment where id = ?", canary.assessmentId()))
                .isEmpty();
    }
}
