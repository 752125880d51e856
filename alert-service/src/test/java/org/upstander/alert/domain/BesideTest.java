package org.upstander.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.upstander.alert.domain.EscalationPolicy.Step;
import org.upstander.alert.domain.EscalationPolicy.Target;

/** An inbox and a digest come beside a method that may reach somebody, and never in its place. */
class BesideTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Set<Channel> SERVED =
            Set.of(Channel.EMAIL, Channel.INBOX, Channel.DIGEST, Channel.WEBPUSH);
    private static final ContactMethod INBOX = method(Channel.INBOX, "ct-1");
    private static final ContactMethod DIGEST = method(Channel.DIGEST, "team@example.org");
    private static final ContactMethod MAIL = method(Channel.EMAIL, "lead@example.org");

    @Test
    void whatReachesNobodyIsNoMethodToBeCalledBy() {
        Contact contact = contact(INBOX, DIGEST, MAIL);
        assertThat(MethodChoice.next(contact, 0, target(null), SERVED))
                .contains(new MethodChoice(2, MAIL));
        assertThat(MethodChoice.beside(contact, target(null), SERVED))
                .containsExactly(new MethodChoice(0, INBOX), new MethodChoice(1, DIGEST));
        assertThat(MethodChoice.next(contact(INBOX, DIGEST), 0, target(null), SERVED)).isEmpty();
    }

    @Test
    void besidesHaveToBeVerifiedServedAndInUse() {
        ContactMethod gone =
                new ContactMethod(
                        Channel.DIGEST,
                        "gone@example.org",
                        true,
                        new ContactMethod.Disabled("gone", NOW));
        Contact contact = contact(new ContactMethod(Channel.INBOX, "ct-1", false), gone, DIGEST);
        assertThat(MethodChoice.beside(contact, target(null), Set.of(Channel.INBOX))).isEmpty();
        assertThat(MethodChoice.beside(contact, target(null), SERVED))
                .containsExactly(new MethodChoice(2, DIGEST));
    }

    @Test
    void theAttackedGetNoDigestAboutThemselves() {
        ContactMethod notice = method(Channel.EMAIL, "Team@example.org");
        assertThat(MethodChoice.beside(contact(DIGEST, MAIL), target(notice), SERVED)).isEmpty();
        assertThat(
                        MethodChoice.holds(
                                contact(DIGEST),
                                Channel.DIGEST,
                                DIGEST.address(),
                                target(notice),
                                SERVED))
                .isFalse();
    }

    @Test
    void webPushReaches() {
        ContactMethod push = method(Channel.WEBPUSH, "{}");
        assertThat(MethodChoice.next(contact(INBOX, push), 0, target(null), SERVED))
                .contains(new MethodChoice(1, push));
    }

    @Test
    void thePolicySaysSo() {
        List<String> found =
                findings(contact(INBOX, DIGEST)).stream().map(PolicyLint.Finding::detail).toList();
        assertThat(found)
                .contains(PolicyLint.onlyBeside("Lead"))
                .anyMatch(detail -> detail.startsWith("reaches nobody"));
        assertThat(findings(contact(INBOX, MAIL)).stream().map(PolicyLint.Finding::detail))
                .noneMatch(detail -> detail.contains("reach"));
    }

    @Test
    void whoCanBeCalledSaysSo() {
        assertThat(known(contact(INBOX)).reach("ct-1", target(null), 3))
                .isEqualTo(NotifyReason.ONLY_BESIDE);
        assertThat(known(contact(INBOX, MAIL)).reach("ct-1", target(null), 3))
                .isEqualTo(NotifyReason.CALLED);
        assertThat(NotifyReason.ONLY_BESIDE.calls()).isFalse();
    }

    private static List<PolicyLint.Finding> findings(Contact contact) {
        EscalationPolicy policy =
                new EscalationPolicy(
                        "p",
                        "P",
                        List.of(new Step(Duration.ZERO, List.of(new Target.NamedContact("ct-1")))),
                        0,
                        Duration.ofMinutes(5),
                        "ct-2");
        return PolicyLint.of(policy, known(contact), NOW, NOW.plus(Duration.ofDays(14)));
    }

    private static Reachable known(Contact contact) {
        return new Reachable(Map.of("ct-1", contact), Map.of(), SERVED);
    }

    private static Contact contact(ContactMethod... methods) {
        return new Contact("ct-1", "Lead", Arrays.asList(methods), ZoneOffset.UTC, null);
    }

    private static ContactMethod method(Channel channel, String address) {
        return new ContactMethod(channel, address, true);
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
}
