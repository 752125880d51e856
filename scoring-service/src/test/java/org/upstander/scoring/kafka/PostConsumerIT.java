package org.upstander.scoring.kafka;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.upstander.contracts.v1.AssessmentEvent;
import org.upstander.infrastructure.InfrastructureResource;

@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class PostConsumerIT {

    @Test
    void anAttackOnAMemberOfStaffBecomesAnAssessment() {
        // Given
        String id = Samples.unique("cm");
        Topic.enrol(Samples.member(id, "Ottoline Ferrars", "ottoline_f"));
        // When
        await().atMost(ofSeconds(30))
                .untilAsserted(
                        () -> {
                            String externalId = Samples.unique("p");
                            Topic.write(
                                    Samples.post(
                                            externalId,
                                            "Ottoline Ferrars is a spiteful little fraud."));
                            await().atMost(ofSeconds(2))
                                    .untilAsserted(
                                            () ->
                                                    assertThat(
                                                                    Topic.assessments(
                                                                            a ->
                                                                                    a.externalId()
                                                                                            .equals(
                                                                                                    externalId)))
                                                            .extracting(AssessmentEvent::verdict)
                                                            .containsExactly("attack"));
                        });
    }
}
