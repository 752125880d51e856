package org.upstander.alert.application.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.domain.Contact;
import org.upstander.alert.domain.ContactMethod;

/** Whom an event means. */
class EventPeopleTest {

    private final EventPeople people =
            new EventPeople(
                    List.of(
                            contact("ct-1", "Dana Okafor", "dana@example.org"),
                            contact("ct-2", "Sam Ruiz", "Sam@Example.org"),
                            contact("ct-3", "Sam Ruiz", "team@example.org"),
                            contact("ct-4", "Lee Marsh", "team@example.org")));
    private final List<Violation> wrong = new ArrayList<>();

    private static Contact contact(String id, String name, String mail) {
        return new Contact(
                id,
                name,
                List.of(
                        new ContactMethod(Channel.EMAIL, mail, true),
                        new ContactMethod(Channel.WEBHOOK, "https://example.org/" + id, true)),
                ZoneOffset.UTC,
                null);
    }

    private List<String> of(String summary, String... mails) {
        return people.of(
                new CalendarEvent("/VEVENT/0", "ev-7", List.of(mails), summary, List.of()), wrong);
    }

    private String refusal(String summary, String... mails) {
        assertThat(of(summary, mails)).isEmpty();
        assertThat(wrong).hasSize(1);
        Violation violation = wrong.remove(0);
        assertThat(violation.pointer()).isEqualTo("/VEVENT/0");
        return violation.detail();
    }

    @Test
    void whoAttendsIsFoundByTheEmailMethod() {
        assertThat(of("Weekend", "dana@example.org")).containsExactly("ct-1");
        assertThat(of("ct-1", "sam@example.org", "dana@example.org"))
                .containsExactly("ct-2", "ct-1");
        assertThat(wrong).isEmpty();
    }

    @Test
    void elseTheTitleIsAnIdOrADisplayName() {
        assertThat(of(" ct-3 ")).containsExactly("ct-3");
        assertThat(of("dana okafor")).containsExactly("ct-1");
        assertThat(of("Lee Marsh", "boss@example.org")).containsExactly("ct-4");
        assertThat(wrong).isEmpty();
    }

    @Test
    void nobodyIsGuessed() {
        assertThat(refusal("Sam Ruiz")).startsWith("(UID ev-7) more than one contact");
        assertThat(refusal("Weekend"))
                .startsWith("(UID ev-7) has no ATTENDEE")
                .contains("write a contact's id into SUMMARY");
        assertThat(refusal("Weekend", "dana@example.org", "boss@example.org"))
                .contains("ATTENDEE 2 is the e-mail method of no contact")
                .doesNotContain("boss");
        assertThat(refusal("Weekend", "team@example.org"))
                .contains("ATTENDEE 1 is the e-mail method of more than one contact");
        assertThat(refusal("", "https://example.org/ct-1")).contains("no contact");
    }
}
