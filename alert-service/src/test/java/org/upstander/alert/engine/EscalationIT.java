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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.DeliveryResult.Refused;
import org.upstander.alert.application.DeliveryResult.TryAgain;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.Message;
import org.upstander.alert.application.Transition;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.domain.ContactMethod;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.EscalationPolicy.Step;
import org.upstander.alert.domain.EscalationPolicy.Target;
import org.upstander.infrastructure.InfrastructureResource;

/** Who is called next, and when: by moving the clock. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class EscalationIT extends EngineTestBase {

    private String second() {
        String address = "second-" + mail;
        directory.contact("second-" + contactId, null, mail(address));
        return address;
    }

    private String last() {
        String address = "last-" + mail;
        directory.contact("last-" + contactId, null, mail(address));
        return address;
    }

    private EscalationPolicy policy(int repeat) {
        return new EscalationPolicy(
                "p",
                "P",
                List.of(
                        new Step(Duration.ZERO, List.of(new Target.StaffContact())),
                        new Step(
                                ofMinutes(5),
                                List.of(new Target.NamedContact("second-" + contactId)))),
                repeat,
                ofMinutes(10),
                "last-" + contactId);
    }

    private void attack() {
        publish(posts.attack("1", "heath", "t1"));
    }

    private List<String> reasons() {
        return column(
                "select reason from timeline where incident_id = ? order by id", incidentId());
    }

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

    private static List<String> state(String address) {
        return column("select state from delivery where address = ?", address);
    }
}
