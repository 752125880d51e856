package org.upstander.alert.engine;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.engine.ScriptedDirectory.mail;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.Message;
import org.upstander.alert.application.Transition;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.EscalationPolicy.Step;
import org.upstander.alert.domain.EscalationPolicy.Target;
import org.upstander.infrastructure.InfrastructureResource;

/** Who is called next, and when: by moving the clock. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class EscalationIT extends EscalationTestBase {

    @Test
    void stepsFollowUntilSomebodyAcknowledges() {
        // Given
        String second = second();
        String last = last();
        directory.policy(staffId, policy(1));
        attack();
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
        forward(ofMinutes(4));
        assertThat(channels.sentTo(second)).isEmpty();

        // When
        forward(ofMinutes(1));
        eventually(() -> assertThat(channels.sentTo(second)).hasSize(1));
        forward(ofMinutes(10));
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(2));
        now(acknowledge.acknowledge(incidentId(), contactId, "On it"));
        forward(Duration.ofHours(3));

        // Then
        assertThat(
                        column(
                                "select state from page where incident_id = ? order by due_at",
                                incidentId()))
                .containsExactly("fired", "fired", "fired", "cancelled");
        assertThat(channels.sentTo(second)).hasSize(1);
        assertThat(channels.sentTo(last)).isEmpty();
        assertThat(column("select distinct id from delivery where incident_id = ?", incidentId()))
                .hasSize(3);
    }

    @Test
    void theLastResortIsCalledWhenAllRoundsAreOver() {
        // Given
        String second = second();
        String last = last();
        directory.policy(staffId, policy(0));
        attack();
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
        forward(ofMinutes(5));
        eventually(() -> assertThat(channels.sentTo(second)).hasSize(1));

        // When
        forward(ofMinutes(10));

        // Then
        eventually(() -> assertThat(channels.sentTo(last)).hasSize(1));
        Message.IncidentPage page = (Message.IncidentPage) channels.sentTo(last).get(0).message();
        assertThat(page.step()).isEqualTo(3);
        assertThat(page.reason()).contains("Nobody acknowledged within 600 s");
    }

    @Test
    void anIncidentKeepsThePolicyOfItsFirstPage() {
        // Given
        String second = second();
        directory.policy(staffId, policy(0));
        attack();
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));

        // When
        directory.policy(staffId, EscalationPolicy.builtIn(null));
        forward(ofMinutes(5));

        // Then
        eventually(() -> assertThat(channels.sentTo(second)).hasSize(1));
    }

    @Test
    void aFirstStepMayWait() {
        // Given
        directory.policy(
                staffId,
                new EscalationPolicy(
                        "p",
                        "P",
                        List.of(new Step(ofMinutes(2), List.of(new Target.StaffContact()))),
                        0,
                        ofMinutes(10),
                        null));
        attack();
        eventually(
                () ->
                        assertThat(
                                        column(
                                                "select policy from incident where staff_id = ?"
                                                        + " and policy is not null",
                                                staffId))
                                .hasSize(1));
        assertThat(channels.sentTo(mail)).isEmpty();

        // When
        forward(ofMinutes(2));

        // Then
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
    }

    @Test
    void acknowledgingIsIdempotentAndResolvingFollows() {
        // Given
        attack();
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
        String incident = incidentId();

        // When
        Transition first = now(acknowledge.acknowledge(incident, "ct", "On it"));
        Transition again = now(acknowledge.acknowledge(incident, "ct", "On it"));
        Transition resolved = now(resolve.resolve(incident, "ct", "confirmed", "Done"));
        Transition late = now(acknowledge.acknowledge(incident, "ct", "On it"));
        Transition unknown = now(acknowledge.acknowledge("in_none", "ct", "On it"));

        // Then
        assertThat(first).isInstanceOf(Transition.Changed.class);
        assertThat(again).isInstanceOf(Transition.Unchanged.class);
        assertThat(resolved).isInstanceOf(Transition.Changed.class);
        assertThat(late).isInstanceOf(Transition.Unchanged.class);
        assertThat(unknown).isInstanceOf(Transition.NotFound.class);
        assertThat(column("select what from timeline where incident_id = ? order by id", incident))
                .endsWith("acknowledged", "resolved")
                .containsOnlyOnce("acknowledged");
    }
}
