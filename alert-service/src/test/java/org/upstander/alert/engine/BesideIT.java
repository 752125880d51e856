package org.upstander.alert.engine;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.engine.ScriptedDirectory.mail;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.DeliveryResult.Refused;
import org.upstander.alert.application.DeliveryResult.TryAgain;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.domain.ContactMethod;
import org.upstander.infrastructure.InfrastructureResource;

/** What comes beside a page reaches nobody, holds nothing up and ends nothing. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class BesideIT extends EscalationTestBase {

    @Test
    void anInboxAndADigestComeBesideTheMethodThatReaches() {
        // Given
        directory.contact(contactId, null, inbox(), digest(), mail(mail));

        // When
        attack();

        // Then: each has it, and none ended another
        eventually(() -> assertThat(state(mail)).containsExactly("delivered"));
        eventually(() -> assertThat(state(contactId)).containsExactly("delivered"));
        eventually(() -> assertThat(state("digest-" + mail)).containsExactly("delivered"));
        assertThat(reasons())
                .contains(
                        "Step 1: inbox of %s has it, which reaches nobody by itself"
                                .formatted(contactId))
                .anyMatch(reason -> reason.endsWith("is called by email"));
    }

    @Test
    void whoHasOnlyAnInboxIsNotReachedAndTheNextStepIsDueAtOnce() {
        // Given
        directory.contact(contactId, null, inbox());
        String second = second();
        directory.policy(staffId, policy(0));

        // When
        attack();

        // Then
        eventually(() -> assertThat(channels.sentTo(second)).hasSize(1));
        eventually(() -> assertThat(state(contactId)).containsExactly("delivered"));
        assertThat(reasons())
                .contains(
                        "Step 1: Lead %s has only an inbox or a digest, which reach nobody by themselves"
                                .formatted(contactId));
    }

    @Test
    void anInboxThatHasItKeepsNoStepFromComing() {
        // Given
        directory.contact(contactId, null, inbox(), mail(mail));
        String second = second();
        directory.policy(staffId, policy(0));
        channels.answer(
                mail,
                new TryAgain(FailureKind.UNREACHABLE, Optional.empty()),
                new Refused(FailureKind.CLIENT_ERROR));
        attack();
        eventually(() -> assertThat(state(contactId)).containsExactly("delivered"));
        eventually(() -> assertThat(state(mail)).containsExactly("retry"));
        assertThat(channels.sentTo(second)).isEmpty();

        // When
        forward(ofSeconds(7));

        // Then
        eventually(() -> assertThat(channels.sentTo(second)).hasSize(1));
        assertThat(reasons()).contains("Nobody was reached: the next step is due at once");
    }

    @Test
    void oneThatFailsCallsNobodyAndBringsNoStepForward() {
        // Given
        directory.contact(contactId, null, mail(mail), digest(), mail("other-" + mail));
        String second = second();
        directory.policy(staffId, policy(0));
        channels.answer("digest-" + mail, new Refused(FailureKind.CLIENT_ERROR));

        // When
        attack();

        // Then
        eventually(() -> assertThat(state("digest-" + mail)).containsExactly("failed"));
        eventually(() -> assertThat(state(mail)).containsExactly("delivered"));
        assertThat(channels.sentTo("other-" + mail)).isEmpty();
        assertThat(channels.sentTo(second)).isEmpty();
        forward(ofMinutes(5));
        eventually(() -> assertThat(channels.sentTo(second)).hasSize(1));
    }

    @Test
    void aPageThatWasInTheInboxBeforeIsNoReminder() {
        // Given: only the inbox has the first page, the next step reached somebody, and the mail
        // comes later
        directory.contact(contactId, null, inbox());
        String second = second();
        directory.policy(staffId, policy(1));
        attack();
        eventually(() -> assertThat(state(contactId)).contains("delivered"));
        eventually(() -> assertThat(channels.sentTo(second)).hasSize(1));

        // When
        directory.contact(contactId, null, inbox(), mail(mail));
        forward(ofMinutes(60));

        // Then
        eventually(() -> assertThat(state(mail)).isNotEmpty());
        assertThat(
                        column(
                                "select repeats::text from delivery where address = ? order by created_at",
                                mail))
                .isEqualTo(List.of("false"));
    }

    private ContactMethod inbox() {
        return new ContactMethod(Channel.INBOX, contactId, true);
    }

    private ContactMethod digest() {
        return new ContactMethod(Channel.DIGEST, "digest-" + mail, true);
    }
}
