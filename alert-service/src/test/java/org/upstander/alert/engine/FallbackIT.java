package org.upstander.alert.engine;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.engine.ScriptedDirectory.mail;
import static org.upstander.alert.engine.ScriptedDirectory.webhook;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.DeliveryResult.Refused;
import org.upstander.alert.application.DeliveryResult.TryAgain;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.domain.ContactMethod;
import org.upstander.infrastructure.InfrastructureResource;

/** What follows when a method fails: the next one, another attempt, the next step. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class FallbackIT extends EscalationTestBase {

    @Test
    void aRefusalGoesOnToTheNextMethodAtOnce() {
        // Given
        String hook = "https://hooks.example.org/" + contactId;
        directory.contact(contactId, null, webhook(hook), mail(mail));
        channels.answer(hook, new Refused(FailureKind.GONE));

        // When
        attack();

        // Then
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
        assertThat(channels.sentTo(hook)).hasSize(1);
        assertThat(
                        column(
                                "select outcome from notification where incident_id = ? order by id",
                                incidentId()))
                .startsWith("refused");
        assertThat(reasons())
                .anyMatch(reason -> reason.contains("webhook") && reason.contains("gone"));
    }

    @Test
    void aFailureIsRepeatedWithTheSameIdWhileTheNextMethodIsTriedAtOnce() {
        // Given: the second method is refused, so the first one has to go on
        String hook = "https://hooks.example.org/" + contactId;
        directory.contact(contactId, null, webhook(hook), mail(mail));
        channels.answer(
                hook,
                new TryAgain(FailureKind.UNREACHABLE, Optional.empty()),
                new TryAgain(FailureKind.SERVER_ERROR, Optional.of(ofMinutes(3))));
        channels.answer(mail, new Refused(FailureKind.CLIENT_ERROR));
        attack();
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
        assertThat(channels.sentTo(hook)).hasSize(1);

        // When
        eventually(() -> assertThat(state(hook)).containsExactly("retry"));
        forward(ofSeconds(7));
        eventually(() -> assertThat(channels.sentTo(hook)).hasSize(2));
        eventually(() -> assertThat(state(hook)).containsExactly("retry"));
        forward(ofMinutes(2));
        assertThat(channels.sentTo(hook)).hasSize(2);
        forward(ofMinutes(1));

        // Then
        eventually(() -> assertThat(state(hook)).containsExactly("delivered"));
        assertThat(channels.sentTo(hook)).extracting(Delivery::attempt).containsExactly(1, 2, 3);
        assertThat(channels.sentTo(hook))
                .extracting(Delivery::id)
                .containsOnly(channels.sentTo(hook).get(0).id());
    }

    @Test
    void whoeverIsReachedFirstEndsTheRepeats() {
        // Given
        String hook = "https://hooks.example.org/" + contactId;
        directory.contact(contactId, null, webhook(hook), mail(mail));
        channels.answer(hook, new TryAgain(FailureKind.UNREACHABLE, Optional.empty()));

        // When
        attack();

        // Then
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
        eventually(() -> assertThat(state(hook)).containsExactly("cancelled"));
        forward(ofMinutes(1));
        assertThat(channels.sentTo(hook)).hasSize(1);
    }

    @Test
    void whenNoMethodIsLeftTheNextStepIsDueAtOnce() {
        // Given
        String second = second();
        directory.policy(staffId, policy(0));
        channels.answer(mail, new Refused(FailureKind.CLIENT_ERROR));

        // When
        attack();

        // Then
        eventually(() -> assertThat(channels.sentTo(second)).hasSize(1));
        assertThat(reasons()).contains("Nobody was reached: the next step is due at once");
    }

    @Test
    void retriesThatAreUsedUpGoOnToTheNextStep() {
        // Given
        String second = second();
        directory.policy(staffId, policy(0));
        TryAgain away = new TryAgain(FailureKind.UNREACHABLE, Optional.empty());
        channels.answer(mail, away, away, away);
        attack();
        eventually(() -> assertThat(state(mail)).containsExactly("retry"));

        // When
        forward(ofSeconds(7));
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(2));
        eventually(() -> assertThat(state(mail)).containsExactly("retry"));
        forward(ofSeconds(40));

        // Then
        eventually(() -> assertThat(channels.sentTo(second)).hasSize(1));
        assertThat(state(mail)).containsExactly("failed");
    }

    @Test
    void anAddressThatWasReplacedMeanwhileIsNotTriedAgain() {
        // Given
        String replaced = "new-" + mail;
        channels.answer(mail, new TryAgain(FailureKind.UNREACHABLE, Optional.empty()));
        attack();
        eventually(() -> assertThat(state(mail)).containsExactly("retry"));
        directory.contact(contactId, null, mail(replaced));

        // When
        forward(ofSeconds(7));

        // Then
        eventually(() -> assertThat(state(replaced)).containsExactly("delivered"));
        assertThat(state(mail)).containsExactly("cancelled");
        assertThat(channels.sentTo(mail)).hasSize(1);
    }

    @Test
    void whenTheOnlyAddressIsUsedNoMoreTheNextStepIsDueAtOnce() {
        // Given
        String second = second();
        directory.policy(staffId, policy(0));
        channels.answer(mail, new TryAgain(FailureKind.UNREACHABLE, Optional.empty()));
        attack();
        eventually(() -> assertThat(state(mail)).containsExactly("retry"));
        directory.contact(
                contactId,
                null,
                new ContactMethod(
                        Channel.EMAIL,
                        mail,
                        true,
                        new ContactMethod.Disabled("gone", clock.instant())));

        // When
        forward(ofSeconds(7));

        // Then
        eventually(() -> assertThat(channels.sentTo(second)).hasSize(1));
        assertThat(channels.sentTo(mail)).hasSize(1);
        assertThat(reasons())
                .contains(
                        "Step 1: the page that waited for email of %s is not sent: this address of theirs is used no more"
                                .formatted(contactId),
                        "Nobody was reached: the next step is due at once");
    }

    @Test
    void anAddressThatHangsHoldsNobodyUp() {
        // Given
        String hook = "https://hooks.example.org/" + contactId;
        directory.contact(contactId, null, webhook(hook));
        Uni<DeliveryResult> never = Uni.createFrom().nothing();
        channels.answer(hook, never, never);
        attack();
        eventually(() -> assertThat(channels.sentTo(hook)).hasSize(1));

        // When
        employ();
        attack();

        // Then
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
    }
}
