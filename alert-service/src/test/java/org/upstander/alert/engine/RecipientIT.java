package org.upstander.alert.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.engine.ScriptedDirectory.mail;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.Message;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.domain.ContactMethod;
import org.upstander.infrastructure.InfrastructureResource;

/** Who is never called, whatever the policy says, and what the attacked person hears. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class RecipientIT extends EscalationTestBase {

    @Test
    void unverifiedMethodsAreNeverUsed() {
        // Given
        directory.contact(
                contactId, null, new ContactMethod(Channel.EMAIL, "un-" + mail, false), mail(mail));

        // When
        attack();

        // Then
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
        assertThat(channels.sentTo("un-" + mail)).isEmpty();
    }

    @Test
    void neitherTargetNorAuthorIsCalled() {
        // Given: her own contact is herself, the second is the colleague who wrote it
        String second = second();
        String last = last();
        directory.policy(staffId, policy(0));
        directory.contact(contactId, staffId, mail(mail));
        directory.staff("x" + staffId, null, null);
        directory.contact("second-" + contactId, "x" + staffId, mail(second));

        // When
        publish(posts.attack("1", "X" + staffId + "_CM", "t1"));

        // Then
        eventually(() -> assertThat(channels.sentTo(last)).hasSize(1));
        assertThat(channels.sentTo(mail)).isEmpty();
        assertThat(channels.sentTo(second)).isEmpty();
        assertThat(reasons())
                .anyMatch(reason -> reason.contains("is the one who is attacked"))
                .anyMatch(reason -> reason.contains("is an author of the attack"));
    }

    @Test
    void whoWroteWhileWeWereAwayDoesNotGetThePageThatWaited() {
        // Given: the contact is a colleague, whose own account has joined the attack
        directory.staff("x" + contactId, null, null);
        directory.contact(contactId, "x" + contactId, mail(mail));
        attack();
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
        publishAndWaitForAll(posts.attack("2", "X" + contactId + "_CM", "t1"));

        // When: a page as an outage of two minutes leaves it, decided and not sent
        String waiting =
                column(
                                """
                                insert into delivery (id, kind, incident_id, page_id, contact_id, method,
                                    channel, address, step, reason, state, attempt, due_at, created_at)
                                select id || '-2', kind, incident_id, page_id, contact_id, method, channel,
                                    address, step, reason, 'pending', 0, created_at, created_at - interval '2 minutes'
                                from delivery where address = ? returning id
                                """,
                                mail)
                        .get(0);
        forward(Duration.ZERO);

        // Then
        eventually(
                () ->
                        assertThat(column("select state from delivery where id = ?", waiting))
                                .containsExactly("cancelled"));
        assertThat(channels.sentTo(mail)).hasSize(1);
        assertThat(reasons())
                .anyMatch(reason -> reason.endsWith(contactId + " is an author of the attack"));
    }

    @Test
    void theTargetGetsTheNeutralNoticeOnceAndNothingElse() {
        // Given
        String own = "own-" + mail;
        directory.staff(staffId, contactId, mail(own));
        directory.contact(contactId, null, mail(own), mail(mail));
        attack();
        eventually(() -> assertThat(channels.sentTo(own)).hasSize(1));
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));

        // When
        publishAndWaitForAll(posts.attack("2", "heath", "t1"));

        // Then
        assertThat(channels.sentTo(own)).hasSize(1);
        assertThat(channels.sentTo(own).get(0).message())
                .isEqualTo(new Message.TargetNotice(incidentId(), "Dana Okafor"));
    }

    @Test
    void whoeverLeftIsNotPagedFor() {
        // Given
        directory.remove(staffId);

        // When
        attack();

        // Then
        eventually(
                () ->
                        assertThat(reasons())
                                .contains(
                                        "The attacked member of staff is no longer in the"
                                                + " directory"));
        assertThat(channels.sentTo(mail)).isEmpty();
    }
}
