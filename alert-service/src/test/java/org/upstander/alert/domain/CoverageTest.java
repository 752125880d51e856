package org.upstander.alert.domain;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.upstander.alert.domain.Coverage.Gap;
import org.upstander.alert.domain.EscalationPolicy.Step;
import org.upstander.alert.domain.EscalationPolicy.Target;
import org.upstander.alert.domain.schedule.Hours;
import org.upstander.alert.domain.schedule.Layer;
import org.upstander.alert.domain.schedule.Schedule;
import org.upstander.alert.domain.schedule.Unit;

/** Gaps before they hurt, and what a policy is warned of. */
class CoverageTest {

    private static final Instant FROM = Instant.parse("2026-11-23T00:00:00Z"); // a Monday
    private static final Instant TO = FROM.plus(Duration.ofDays(14));

    private static StaffMember staff(String contactId) {
        return new StaffMember(
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
                new StaffMember.Escalation(contactId, null),
                null);
    }

    private static Contact contact(String id, String staffId, boolean verified) {
        return new Contact(
                id,
                "Name of " + id,
                List.of(new ContactMethod(Channel.EMAIL, id + "@example.org", verified)),
                ZoneOffset.UTC,
                staffId);
    }

    /** On call all the week but on Saturdays and Sundays. */
    private static Schedule weekdays(String... contacts) {
        Hours hours =
                new Hours(
                        EnumSet.range(java.time.DayOfWeek.MONDAY, java.time.DayOfWeek.FRIDAY),
                        LocalTime.MIDNIGHT,
                        LocalTime.MIDNIGHT);
        return new Schedule(
                "sc",
                "Week",
                ZoneOffset.UTC,
                List.of(
                        new Layer(
                                Unit.WEEK,
                                1,
                                LocalDateTime.parse("2026-01-05T00:00"),
                                List.of(contacts),
                                List.of(hours))),
                List.of(),
                List.of());
    }

    private static EscalationPolicy policy(String lastResort, Target... targets) {
        List<Step> steps = new ArrayList<>();
        for (Target target : targets) {
            steps.add(new Step(ofMinutes(5), List.of(target)));
        }
        return new EscalationPolicy("p", "P", steps, 0, ofMinutes(5), lastResort);
    }

    private static final Reachable KNOWN =
            new Reachable(
                    Map.of(
                            "fine", contact("fine", null, true),
                            "self", contact("self", "cm-1", true),
                            "unverified", contact("unverified", null, false)),
                    Map.of("sc", weekdays("fine"), "own", weekdays("self", "fine")),
                    Set.of(Channel.EMAIL));

    private static List<Gap> gaps(EscalationPolicy policy, String contactId) {
        return Coverage.gaps(staff(contactId), policy, KNOWN, FROM, TO);
    }

    @Test
    void whoeverHasAContactWhoCanBeCalledHasNoGap() {
        assertThat(gaps(EscalationPolicy.builtIn(null), "fine")).isEmpty();
        assertThat(gaps(EscalationPolicy.builtIn("fine"), "self")).isEmpty();
    }

    @Test
    void aGapNamesWhatKeepsEachFromBeingCalled() {
        EscalationPolicy policy =
                policy(
                        "unverified",
                        new Target.StaffContact(),
                        new Target.NamedContact("none"),
                        new Target.OnCall("gone"));

        assertThat(gaps(policy, "self"))
                .containsExactly(
                        new Gap(
                                FROM,
                                TO,
                                List.of(
                                        "the schedule gone is not in the directory",
                                        "Name of self is the one who is attacked",
                                        "none is not in the directory",
                                        "Name of unverified has no verified address on a channel that works here")));
        assertThat(gaps(EscalationPolicy.builtIn(null), null).get(0).why())
                .containsExactly(
                        "the attacked member of staff has no contact",
                        "the policy has no last resort");
    }

    @Test
    void emptyHoursOfAScheduleAreGapsUnlessTheLastResortIsThere() {
        Target onCall = new Target.OnCall("sc");

        assertThat(gaps(policy(null, onCall), null))
                .extracting(gap -> gap.from() + " " + gap.to())
                .containsExactly(
                        "2026-11-28T00:00:00Z 2026-11-30T00:00:00Z",
                        "2026-12-05T00:00:00Z 2026-12-07T00:00:00Z");
        assertThat(gaps(policy("fine", onCall), null)).isEmpty();
    }

    @Test
    void herOwnWeekOnCallIsAGap() {
        assertThat(gaps(policy(null, new Target.OnCall("own")), null))
                .extracting(Gap::why)
                .contains(
                        List.of(
                                "Name of self is the one who is attacked",
                                "the policy has no last resort"));
    }

    private static List<String> lint(EscalationPolicy policy) {
        return PolicyLint.of(policy, KNOWN, FROM, TO).stream()
                .map(one -> one.pointer() + " " + one.detail())
                .toList();
    }

    @Test
    void aSoundPolicyIsNotWarnedOf() {
        assertThat(lint(policy("fine", new Target.StaffContact(), new Target.OnCall("sc"))))
                .isEmpty();
    }

    @Test
    void aPolicyIsWarnedOfWhatItLacksAndRepeats() {
        assertThat(lint(policy(null, new Target.StaffContact())))
                .singleElement()
                .asString()
                .startsWith("/lastResort when nobody acknowledges");
        assertThat(
                        lint(
                                policy(
                                        "fine",
                                        new Target.NamedContact("fine"),
                                        new Target.NamedContact("fine"),
                                        new Target.NamedContact("unverified"))))
                .satisfiesExactlyInAnyOrder(
                        one ->
                                assertThat(one)
                                        .startsWith(
                                                "/lastResort is called by /steps/0/targets/0 already"),
                        one ->
                                assertThat(one)
                                        .startsWith(
                                                "/steps/1/targets/0 is called by /steps/0/targets/0"),
                        one -> assertThat(one).startsWith("/steps/2 reaches nobody"));
        assertThat(lint(policy("self", new Target.NamedContact("self"))))
                .anyMatch(one -> one.startsWith("/steps everybody here is cm-1"));
        assertThat(lint(policy("fine", new Target.OnCall("gone"))))
                .anyMatch(one -> one.startsWith("/steps/0 reaches nobody"));
    }
}
