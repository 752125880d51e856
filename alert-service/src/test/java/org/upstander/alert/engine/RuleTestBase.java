package org.upstander.alert.engine;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.engine.ScriptedDirectory.mail;
import static org.upstander.alert.engine.ScriptedDirectory.sms;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.upstander.alert.Phones;
import org.upstander.alert.domain.Contact;
import org.upstander.alert.domain.ContactMethod;
import org.upstander.alert.domain.ContactRule;

/** From severity 3 on: mail at once, a text message after two minutes, another after ten. */
abstract class RuleTestBase extends EscalationTestBase {

    static final int GRAVE = 3;

    String first;
    String second;

    @BeforeEach
    void rule() {
        first = Phones.next();
        second = Phones.next();
        rules(sms(first), mail(mail), sms(second));
    }

    /** The calls are: the second method, the first after 2 min, the third after 10 min. */
    void rules(ContactMethod... methods) {
        directory.contact(
                new Contact(
                        contactId,
                        "Lead " + contactId,
                        List.of(methods),
                        ZoneOffset.UTC,
                        null,
                        null,
                        List.of(
                                new ContactRule(
                                        GRAVE,
                                        List.of(
                                                call(1, ZERO),
                                                call(0, ofMinutes(2)),
                                                call(2, ofMinutes(10))))),
                        null));
    }

    private static ContactRule.Call call(int method, Duration after) {
        return new ContactRule.Call(method, after);
    }

    void graveAttack() {
        attack("1", GRAVE);
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
        eventually(() -> assertThat(state(mail)).containsExactly("delivered"));
    }
}
