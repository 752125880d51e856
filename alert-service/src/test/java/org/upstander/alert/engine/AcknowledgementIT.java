package org.upstander.alert.engine;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.CheckIn;
import org.upstander.alert.application.Escalate;
import org.upstander.alert.application.Transition;
import org.upstander.alert.domain.Acknowledgement.Kind;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.PagingRules;
import org.upstander.infrastructure.InfrastructureResource;

/** How far an acknowledgement reaches, and for how long: by moving the clock. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class AcknowledgementIT extends EscalationTestBase {

    @Inject Escalate escalate;
    @Inject CheckIn checkIn;

    @Test
    void aGraveOneThatWasMerelySeenPagesAgainAfterAnHour() {
        // Given
        attack("1", 3);
        pages(1);
        now(acknowledge.acknowledge(incidentId(), "Lea", "On it"));
        timeIsUp(ofMinutes(59));
        assertThat(channels.sentTo(mail)).hasSize(1);

        // When
        timeIsUp(ofMinutes(1));

        // Then
        pages(2);
        assertThat(reasons()).contains("Lea has seen it, and nobody called since");
        now(acknowledge.acknowledge(incidentId(), "Lea", Kind.CALLED, "Spoke with her"));
        timeIsUp(ofHours(24));
        assertThat(channels.sentTo(mail)).hasSize(2);
    }

    @Test
    void anOldAcknowledgedIncidentPagesNobodyHoweverLongItStays() {
        // Given
        attack("1", 2);
        pages(1);
        now(acknowledge.acknowledge(incidentId(), "Lea", "On it"));

        // When
        for (int week = 0; week < 17; week++) {
            timeIsUp(Duration.ofDays(7));
            now(escalate.runOnce());
        }

        // Then
        assertThat(channels.sentTo(mail)).hasSize(1);
        assertThat(
                        column(
                                "select id from page where incident_id = ? and state = 'pending'",
                                incidentId()))
                .isEmpty();
    }

    @Test
    void whereAPolicyWantsTwoPagingGoesOnUntilTheSecond() {
        // Given
        String second = second();
        EscalationPolicy p = policy(0);
        directory.policy(
                staffId,
                new EscalationPolicy(
                        p.id(),
                        p.displayName(),
                        p.steps(),
                        0,
                        p.roundPause(),
                        p.lastResortContactId(),
                        new PagingRules(Duration.ZERO, null, null, 2, Map.of())));
        attack("1", 2);
        pages(1);

        // When
        now(acknowledge.acknowledge(incidentId(), "Lea", "On it."));
        now(acknowledge.acknowledge(incidentId(), "Lea", "On it."));
        forward(ofMinutes(5));
        eventually(() -> assertThat(channels.sentTo(second)).hasSize(1));
        now(acknowledge.acknowledge(incidentId(), "Kim", "Me too."));

        // Then
        assertThat(column("select state from incident where staff_id = ?", staffId))
                .containsExactly("acknowledged");
        assertThat(reasons())
                .contains("On it. Paging goes on: 1 more person has to acknowledge.", "Me too.");
        assertThat(state("last-" + mail)).isEmpty();
    }

    @Test
    void withoutACheckInTheNextStepIsCalled() {
        // Given
        String second = second();
        directory.policy(staffId, policy(0));
        attack("1", 4);
        pages(1);
        String incident = incidentId();
        now(acknowledge.acknowledge(incident, "Lea", Kind.CALLED, "Spoke with her"));
        now(checkIn.start(incident, ofMinutes(30), "Every half hour"));
        forward(ofMinutes(25));
        now(checkIn.checkedIn(incident, "She is well"));
        timeIsUp(ofMinutes(25));
        assertThat(channels.sentTo(second)).isEmpty();

        // When
        timeIsUp(ofMinutes(5));

        // Then
        eventually(() -> assertThat(channels.sentTo(second)).hasSize(1));
        assertThat(channels.sentTo(mail)).hasSize(1);
        assertThat(reasons()).contains("No check-in within 30 min");
        now(acknowledge.acknowledge(incident, "Kim", Kind.CALLED, "Spoke with her"));
        now(checkIn.start(incident, ofMinutes(30), "Every half hour"));
        now(acknowledge.acknowledge(incident, "Kim", Kind.SAFE, "Safe at home"));
        timeIsUp(ofHours(5));
        assertThat(channels.sentTo(second)).hasSize(1);
        assertThat(now(checkIn.checkedIn(incident, "She is well")))
                .isInstanceOf(Transition.Unfit.class);
    }

    @Test
    void aGraveOneClosesOnlyAfterACallOrWithAReason() {
        // Given
        attack("1", 3);
        pages(1);
        String incident = incidentId();
        now(acknowledge.acknowledge(incident, "Lea", "On it"));

        // When
        Transition refused = now(resolve.resolve(incident, "Lea", null, "Done"));
        now(acknowledge.acknowledge(incident, "Lea", Kind.CALLED, "Spoke with her"));
        Transition closed = now(resolve.resolve(incident, "Lea", null, "Done"));

        // Then
        assertThat(refused).isInstanceOf(Transition.ReasonMissing.class);
        assertThat(closed).isInstanceOf(Transition.Changed.class);
    }
}
