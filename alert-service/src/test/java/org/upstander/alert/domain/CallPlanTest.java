package org.upstander.alert.domain;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.upstander.alert.Phones;

/** By which methods a contact is called, and when. */
class CallPlanTest {

    private static final Set<Channel> SERVED = Set.of(Channel.EMAIL, Channel.SMS, Channel.VOICE);

    private static final StaffMember DANA =
            new StaffMember(
                    "cm-1",
                    "Dana",
                    List.of(),
                    List.of(),
                    List.of(),
                    null,
                    ZoneOffset.UTC,
                    null,
                    false,
                    null,
                    new StaffMember.Escalation("ct-1", null),
                    null);

    private static ContactMethod method(Channel channel, boolean verified) {
        return new ContactMethod(
                channel, channel == Channel.EMAIL ? "lead@example.org" : Phones.next(), verified);
    }

    /** Mail, text message and call, in this order. */
    private static Contact lead(boolean sms, ContactRule... rules) {
        return new Contact(
                "ct-1",
                "Lead",
                List.of(
                        method(Channel.EMAIL, true),
                        method(Channel.SMS, sms),
                        method(Channel.VOICE, true)),
                ZoneOffset.UTC,
                null,
                null,
                Arrays.asList(rules),
                null);
    }

    private static ContactRule rule(int from, ContactRule.Call... calls) {
        return new ContactRule(from, List.of(calls));
    }

    private static ContactRule.Call call(int method, Duration after) {
        return new ContactRule.Call(method, after);
    }

    private static String words(Contact contact, int severity) {
        return CallPlan.of(contact, severity, DANA, SERVED).words();
    }

    @Test
    void withoutARuleItIsTheFirstMethodAlone() {
        CallPlan plan = CallPlan.of(lead(true), 4, DANA, SERVED);

        assertThat(plan.words()).isEqualTo("by email");
        assertThat(plan.byRule()).isFalse();
    }

    @Test
    void aRuleOrdersAndDelays() {
        Contact lead = lead(true, rule(3, call(1, ZERO), call(0, ofMinutes(2))));

        assertThat(words(lead, 4)).isEqualTo("by sms, by email after 120 s");
        assertThat(words(lead, 3)).isEqualTo("by sms, by email after 120 s");
        assertThat(words(lead, 2)).isEqualTo("by email");
    }

    @Test
    void ofTheRulesThatHoldTheGravestCounts() {
        Contact lead = lead(true, rule(4, call(2, ZERO)), rule(1, call(0, ZERO)));

        assertThat(words(lead, 4)).isEqualTo("by voice");
        assertThat(words(lead, 3)).isEqualTo("by email");
    }

    @Test
    void whatCannotBeUsedGivesItsTimeToTheNext() {
        Contact lead =
                lead(false, rule(1, call(1, ZERO), call(0, ofMinutes(2)), call(2, ofMinutes(5))));

        assertThat(words(lead, 1)).isEqualTo("by email, by voice after 300 s");
    }

    @Test
    void whoseRuleNamesNothingUsableIsNotCalled() {
        CallPlan plan = CallPlan.of(lead(false, rule(2, call(1, ZERO))), 2, DANA, SERVED);

        assertThat(plan.calls()).isEmpty();
        assertThat(NotifyReason.by(plan, false)).isEqualTo(NotifyReason.NO_METHOD_IN_RULE);
    }
}
