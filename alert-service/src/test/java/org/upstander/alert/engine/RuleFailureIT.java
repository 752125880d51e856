package org.upstander.alert.engine;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.engine.ScriptedDirectory.mail;
import static org.upstander.alert.engine.ScriptedDirectory.sms;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.upstander.alert.Phones;
import org.upstander.alert.application.DeliveryResult.Refused;
import org.upstander.alert.application.DeliveryResult.TryAgain;
import org.upstander.alert.application.FailureKind;
import org.upstander.infrastructure.InfrastructureResource;

/** A contact's rule where a method fails. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class RuleFailureIT extends RuleTestBase {

    @Test
    void aRefusalCallsTheNextAtOnceAndLeavesTheRestTheirTime() {
        // Given
        channels.answer(mail, new Refused(FailureKind.CLIENT_ERROR));

        // When
        attack("1", GRAVE);

        // Then
        eventually(() -> assertThat(state(first)).containsExactly("delivered"));
        assertThat(state(mail)).containsExactly("failed");
        assertThat(state(second)).containsExactly("pending");
    }

    @Test
    void aFailureCallsTheNextAtOnceAndIsRepeatedAllTheSame() {
        // Given
        channels.answer(mail, new TryAgain(FailureKind.UNREACHABLE, Optional.empty()));
        attack("1", GRAVE);
        eventually(() -> assertThat(state(first)).containsExactly("delivered"));

        // When
        eventually(() -> assertThat(state(mail)).containsExactly("retry"));
        forward(ofSeconds(7));

        // Then
        eventually(() -> assertThat(state(mail)).containsExactly("delivered"));
    }

    @Test
    void whereAllOfTheRuleFailTheNextStepIsDueAtOnce() {
        // Given
        String next = second();
        directory.policy(staffId, policy(0));
        for (String address : List.of(mail, first, second)) {
            channels.answer(address, new Refused(FailureKind.CLIENT_ERROR));
        }

        // When
        attack("1", GRAVE);

        // Then
        eventually(() -> assertThat(channels.sentTo(next)).hasSize(1));
        assertThat(state(second)).containsExactly("failed");
    }

    @Test
    void anAddressThatWasReplacedMeanwhileIsCalledInThePlaceOfTheOldOne() {
        // Given
        graveAttack();
        String other = Phones.next();
        rules(sms(other), mail(mail), sms(second));

        // When
        forward(ofMinutes(2).plusSeconds(10));

        // Then
        eventually(() -> assertThat(state(other)).containsExactly("delivered"));
        assertThat(state(first)).containsExactly("cancelled");
        assertThat(channels.sentTo(first)).isEmpty();
        assertThat(state(second)).containsExactly("pending");
    }
}
