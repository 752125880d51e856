package org.upstander.alert.engine;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.engine.ScriptedDirectory.mail;
import static org.upstander.alert.engine.ScriptedDirectory.sms;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.alert.Phones;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.EscalationPolicy.Step;
import org.upstander.alert.domain.EscalationPolicy.Target;
import org.upstander.infrastructure.InfrastructureResource;

/** A phone takes one text message a minute; what is over waits, or goes another way. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class ThrottleIT extends BusyAddressTestBase {

    private String phone;

    @BeforeEach
    void aPhone() {
        phone = Phones.next();
    }

    @Test
    void whileThePhoneIsBusyTheNextMethodIsCalledAtOnce() {
        // Given
        directory.contact(contactId, null, sms(phone), mail(mail));
        attack();
        sent(phone, 1);

        // When
        String second = attackAnother();

        // Then
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
        assertThat(incidentOf(channels.sentTo(mail).get(0))).isEqualTo(second);
        eventually(() -> assertThat(state(phone)).containsOnly("delivered", "cancelled"));
        forward(ofMinutes(5));
        publishAndWaitForAll();
        assertThat(channels.sentTo(phone)).hasSize(1);
        assertThat(column("select reason from timeline where incident_id = ?", second))
                .anyMatch(reason -> reason.contains("sms of " + contactId + " had enough pages"));
    }

    @Test
    void aPageThatNothingElseCanCarryWaitsUntilItMayGo() {
        // Given
        directory.contact(contactId, null, sms(phone));
        attack();
        sent(phone, 1);
        String second = attackAnother();
        waiting(phone, 1);

        // When, Then
        forward(ofSeconds(59));
        publishAndWaitForAll();
        assertThat(channels.sentTo(phone)).hasSize(1);
        forward(ofSeconds(1));
        sent(phone, 2);
        assertThat(incidentOf(channels.sentTo(phone).get(1))).isEqualTo(second);
        assertThat(channels.sentTo(phone)).extracting(Delivery::attempt).containsExactly(1, 1);
    }

    @Test
    void theFirstPageOfAnIncidentGoesBeforeTheReminderOfAnother() {
        // Given: a reminder of the first incident waits longer than the second incident
        directory.contact(contactId, null, sms(phone));
        directory.policy(staffId, remindAfter(ofSeconds(10)));
        attack();
        sent(phone, 1);
        String first = incidentId();
        forward(ofSeconds(10));
        waiting(phone, 1);
        forward(ofSeconds(10));
        String second = attackAnother();
        waiting(phone, 2);

        // When
        forward(ofSeconds(40));
        sent(phone, 2);
        waiting(phone, 1);
        forward(ofMinutes(1));
        sent(phone, 3);

        // Then
        assertThat(channels.sentTo(phone).stream().map(ThrottleIT::incidentOf))
                .containsExactly(first, second, first);
    }

    @Test
    void aPhoneThatWaitsIsNotOneThatWasReached() {
        // Given
        directory.contact(contactId, null, sms(phone), mail(mail));
        attack();
        sent(phone, 1);
        String next = second();
        channels.answer(mail, new DeliveryResult.Refused(FailureKind.CLIENT_ERROR));
        another();
        directory.policy(staffId, policy(0));

        // When: the phone is busy, and the mail is refused for good
        attack();

        // Then: the next step does not wait for its five minutes, and the phone rings later
        eventually(() -> assertThat(channels.sentTo(next)).hasSize(1));
        assertThat(incidentOf(channels.sentTo(next).get(0))).isEqualTo(incidentId());
        assertThat(reasons()).contains("Nobody was reached: the next step is due at once");
        waiting(phone, 1);
        forward(ofMinutes(1));
        sent(phone, 2);
    }

    @Test
    void whoWroteMeanwhileDoesNotGetThePageThatWaited() {
        // Given: the contact is a colleague, whose own account joins the attack while the page
        // waits
        directory.staff("x" + contactId, null, null);
        directory.contact(contactId, "x" + contactId, sms(phone));
        attack();
        sent(phone, 1);
        String second = attackAnother();
        waiting(phone, 1);
        directory.contact(contactId, "x" + contactId, sms(phone), mail(mail));
        publishAndWaitForAll(posts.attack("2", "X" + contactId + "_CM", "t1"));
        assertThat(incidentId()).isEqualTo(second);

        // When
        forward(ofMinutes(1));

        // Then
        eventually(
                () -> assertThat(state(phone)).containsExactlyInAnyOrder("delivered", "cancelled"));
        assertThat(channels.sentTo(phone)).hasSize(1);
        assertThat(channels.sentTo(mail)).isEmpty();
        assertThat(reasons())
                .contains(
                        "Step 1: the page that waited for sms of %s is not sent: %s is an author of the attack"
                                .formatted(contactId, contactId));
    }

    @Test
    void whatWaitsEndsWithTheAcknowledgement() {
        // Given
        directory.contact(contactId, null, sms(phone));
        attack();
        sent(phone, 1);
        String second = attackAnother();
        waiting(phone, 1);

        // When
        now(acknowledge.acknowledge(second, "lead", "seen"));

        // Then
        forward(ofMinutes(5));
        publishAndWaitForAll();
        assertThat(channels.sentTo(phone)).hasSize(1);
        assertThat(state(phone)).containsExactlyInAnyOrder("delivered", "cancelled");
    }

    @Test
    void noWindowHoldsMoreThanItMayHoweverManyWait() {
        // Given
        directory.contact(contactId, null, sms(phone));
        IntStream.range(0, 12).forEach(i -> attackAnother());

        // When: a quarter of an hour, minute by minute
        for (int minute = 0; minute < 14; minute++) {
            int most = Math.min(minute + 1, 5);
            sent(phone, most);
            waiting(phone, 12 - most);
            forward(ofMinutes(1));
        }

        // Then
        publishAndWaitForAll();
        assertThat(channels.sentTo(phone)).hasSize(5);
        forward(ofMinutes(1));
        sent(phone, 6);
    }

    private EscalationPolicy remindAfter(Duration pause) {
        List<Target> own = List.of(new Target.StaffContact());
        return new EscalationPolicy(
                "p",
                "P",
                List.of(new Step(Duration.ZERO, own), new Step(pause, own)),
                0,
                ofMinutes(10),
                null);
    }
}
