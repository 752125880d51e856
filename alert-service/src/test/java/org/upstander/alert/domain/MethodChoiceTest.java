package org.upstander.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MethodChoiceTest {

    private static final Set<Channel> SERVED = Set.of(Channel.EMAIL, Channel.WEBHOOK);

    private static ContactMethod mail(String address, boolean verified) {
        return new ContactMethod(Channel.EMAIL, address, verified);
    }

    private static Contact contact(ContactMethod... methods) {
        return new Contact("ct-1", "Lead", List.of(methods), ZoneOffset.UTC, null);
    }

    private static StaffMember target(ContactMethod notice) {
        return new StaffMember(
                "cm-07",
                "Dana Okafor",
                List.of(),
                List.of(),
                List.of(),
                null,
                ZoneOffset.UTC,
                null,
                false,
                null,
                new StaffMember.Escalation("ct-1", null),
                notice);
    }

    @Test
    void theFirstVerifiedMethodOnAServedChannelIsTaken() {
        Contact contact =
                contact(
                        mail("a@example.org", false),
                        new ContactMethod(Channel.SMS, "555-0101", true),
                        mail("b@example.org", true),
                        mail("c@example.org", true));

        assertThat(MethodChoice.next(contact, 0, target(null), SERVED))
                .contains(new MethodChoice(2, mail("b@example.org", true)));
        assertThat(MethodChoice.next(contact, 3, target(null), SERVED))
                .contains(new MethodChoice(3, mail("c@example.org", true)));
        assertThat(MethodChoice.next(contact, 4, target(null), SERVED)).isEmpty();
    }

    @Test
    void whatNobodyIsCalledForGoesByMailElseToAChatAndNeverRings() {
        Set<Channel> all = Set.of(Channel.values());
        ContactMethod slack = new ContactMethod(Channel.SLACK, "https://hooks.example.org", true);
        ContactMethod digest = new ContactMethod(Channel.DIGEST, "b@example.org", true);
        ContactMethod phone = new ContactMethod(Channel.SMS, "555-0101", true);
        ContactMethod pager = new ContactMethod(Channel.PAGERDUTY, "k", true);
        ContactMethod gone =
                new ContactMethod(
                        Channel.EMAIL,
                        "c@example.org",
                        true,
                        new ContactMethod.Disabled("410", Instant.EPOCH));

        assertThat(MethodChoice.quiet(contact(phone, slack, mail("a@example.org", true)), all))
                .contains(mail("a@example.org", true));
        assertThat(MethodChoice.quiet(contact(slack, digest), all)).contains(digest);
        assertThat(MethodChoice.quiet(contact(mail("a@example.org", false), gone, slack), all))
                .contains(slack);
        assertThat(MethodChoice.quiet(contact(slack), SERVED)).isEmpty();
        assertThat(MethodChoice.quiet(contact(phone, pager), all)).isEmpty();
    }

    @Test
    void theTargetsOwnAddressIsNeverTaken() {
        Contact contact = contact(mail(" Dana@Example.org", true));

        assertThat(MethodChoice.next(contact, 0, target(mail("dana@example.org", false)), SERVED))
                .isEmpty();
    }

    @Test
    void aDisabledMethodIsPassedOverUntilItIsVerifiedAnew() {
        // Given
        ContactMethod first = mail("a@example.org", true);
        ContactMethod second = mail("b@example.org", true);
        Instant at = Instant.parse("2026-11-27T12:00:00Z");

        // When
        Contact contact =
                contact(first, second).disabled(Channel.EMAIL, "a@example.org", "gone", at);

        // Then
        assertThat(MethodChoice.next(contact, 0, target(null), SERVED))
                .contains(new MethodChoice(1, second));
        assertThat(contact.disabledMethods())
                .extracting(ContactMethod::disabled)
                .containsExactly(new ContactMethod.Disabled("gone", at));
        assertThat(contact.disabled(Channel.EMAIL, "a@example.org", "again", at.plusSeconds(9)))
                .isEqualTo(contact);
        assertThat(contact.disabled(Channel.WEBHOOK, "b@example.org", "gone", at))
                .isEqualTo(contact);
        assertThat(MethodChoice.next(contact.verified(0), 0, target(null), SERVED))
                .contains(new MethodChoice(0, first));
    }
}
