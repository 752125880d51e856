package org.upstander.alert.engine;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.engine.ScriptedDirectory.mail;
import static org.upstander.alert.engine.ScriptedDirectory.sms;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.alert.Phones;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.EscalationPolicy.Step;
import org.upstander.alert.domain.EscalationPolicy.Target;
import org.upstander.infrastructure.InfrastructureResource;

/** Who of the last step cannot be called in time does not keep the last resort waiting. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class BusyLastStepIT extends BusyAddressTestBase {

    private String phone;
    private String last;

    @BeforeEach
    void aBusyPhone() {
        phone = Phones.next();
        last = last();
        directory.contact(contactId, null, sms(phone));
        attack();
        sent(phone, 1);
        another();
    }

    @Test
    void theLastResortIsCalledAtOnce() {
        // Given
        directory.policy(staffId, oneStep());

        // When
        attack();

        // Then
        eventually(() -> assertThat(channels.sentTo(last)).hasSize(1));
        assertThat(incidentOf(channels.sentTo(last).get(0))).isEqualTo(incidentId());
        assertThat(channels.sentTo(phone)).hasSize(1);
        assertThat(reasons())
                .anyMatch(
                        reason ->
                                reason.startsWith("Step 1: nobody of the last step can be called")
                                        && reason.endsWith("the last resort is called at once"));
        waiting(phone, 1);
        forward(ofMinutes(1));
        sent(phone, 2);
    }

    @Test
    void norDoAllTheRoundsThatWouldComeBefore() {
        // Given
        directory.policy(staffId, policy(3, new Target.StaffContact()));

        // When
        attack();

        // Then
        eventually(() -> assertThat(channels.sentTo(last)).hasSize(1));
        waiting(phone, 1);

        // When: the phone rings, and the next round comes at its time
        forward(ofMinutes(1));
        sent(phone, 2);
        forward(ofMinutes(10));

        // Then
        sent(phone, 3);
        publishAndWaitForAll();
        assertThat(channels.sentTo(last)).hasSize(1);
    }

    @Test
    void whereSomebodyElseOfTheStepIsReachedItWaits() {
        // Given
        String other = second();
        directory.policy(
                staffId,
                policy(
                        0,
                        new Target.StaffContact(),
                        new Target.NamedContact("second-" + contactId)));

        // When
        attack();

        // Then
        eventually(() -> assertThat(channels.sentTo(other)).hasSize(1));
        waiting(phone, 1);
        publishAndWaitForAll();
        assertThat(channels.sentTo(last)).isEmpty();
    }

    @Test
    void whereAnotherStepIsToComeThatComesAtItsOwnTime() {
        // Given
        String next = second();
        directory.policy(staffId, policy(0));

        // When
        attack();

        // Then
        waiting(phone, 1);
        publishAndWaitForAll();
        assertThat(channels.sentTo(next)).isEmpty();
        assertThat(channels.sentTo(last)).isEmpty();
    }

    @Test
    void anotherMethodOfTheContactComesBeforeTheLastResort() {
        // Given
        directory.contact(contactId, null, sms(phone), mail(mail));
        directory.policy(staffId, oneStep());

        // When
        attack();

        // Then
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
        publishAndWaitForAll();
        assertThat(channels.sentTo(last)).isEmpty();
    }

    private EscalationPolicy oneStep() {
        return policy(0, new Target.StaffContact());
    }

    private EscalationPolicy policy(int repeat, Target... targets) {
        return new EscalationPolicy(
                "p",
                "P",
                List.of(new Step(Duration.ZERO, List.of(targets))),
                repeat,
                ofMinutes(10),
                "last-" + contactId);
    }
}
