package org.upstander.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.upstander.alert.domain.EscalationPolicy.Step;
import org.upstander.alert.domain.EscalationPolicy.Target;
import org.upstander.alert.domain.HandOver.Decision;

/** What becomes of an incident when whoever was called goes off shift. */
class HandOverTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final HandOver HAND_OVER = new HandOver("sc-1", List.of("a"), 0);

    @Test
    void whoIsOnCallAndWasNotCalledTakesIt() {
        assertThat(HAND_OVER.decide(open(), List.of("b", "c"), Set.of("c")))
                .isEqualTo(new Decision.To(List.of("b")));
        assertThat(HAND_OVER.decide(open(), List.of(), Set.of()))
                .isEqualTo(new Decision.ToNextStep());
    }

    @Test
    void nothingIsSentWhereEverybodyOnCallWasCalled() {
        assertThat(HAND_OVER.decide(open(), List.of("c"), Set.of("c")))
                .isInstanceOf(Decision.Stays.class);
    }

    @ParameterizedTest
    @EnumSource(Acknowledgement.Kind.class)
    void onlyWhatWasSeenIsHandedOver(Acknowledgement.Kind kind) {
        HandOver.Case known =
                new HandOver.Case(
                        incident(new IncidentState.Acknowledged(NOW, "a")),
                        List.of(new Acknowledgement(NOW, "a", kind)),
                        false,
                        false,
                        false,
                        Optional.empty());

        Decision decision = HAND_OVER.decide(known, List.of("b"), Set.of());

        assertThat(decision)
                .isInstanceOf(
                        kind == Acknowledgement.Kind.SEEN
                                ? Decision.To.class
                                : Decision.Stays.class);
    }

    @ParameterizedTest
    @CsvSource({
        "true,false,false,false",
        "false,true,false,false",
        "false,false,true,false",
        "false,false,false,true"
    })
    void neitherWhatIsResolvedNorCommentedNorTakenBySomebodyElseNorPagedForAnyway(
            boolean resolved, boolean commented, boolean elsewhere, boolean pagedNow) {
        HandOver.Case known =
                new HandOver.Case(
                        incident(
                                resolved
                                        ? new IncidentState.Resolved(NOW, "x", null)
                                        : new IncidentState.Open()),
                        List.of(),
                        commented,
                        elsewhere,
                        pagedNow,
                        Optional.empty());

        assertThat(HAND_OVER.decide(known, List.of("b"), Set.of()))
                .isInstanceOf(Decision.Stays.class);
        assertThat(HAND_OVER.decide(known, List.of(), Set.of())).isInstanceOf(Decision.Stays.class);
    }

    @Test
    void whatIsSilencedWaits() {
        Instant end = NOW.plusSeconds(60);
        HandOver.Case known =
                new HandOver.Case(
                        incident(new IncidentState.Open()),
                        List.of(),
                        false,
                        false,
                        false,
                        Optional.of(end));

        assertThat(HAND_OVER.decide(known, List.of("b"), Set.of()))
                .isEqualTo(new Decision.NotYet(end));
    }

    @Test
    void afterTheScheduleComesTheNextStepThenTheLastResort() {
        Step step = new Step(Duration.ZERO, List.of(new Target.OnCall("sc-1")));
        assertThat(HAND_OVER.nextStep(policy(null, step, step))).contains(1);
        assertThat(HAND_OVER.nextStep(policy("last", step))).contains(1);
        assertThat(HAND_OVER.nextStep(policy(null, step))).isEmpty();
        assertThat(new HandOver("sc-1", List.of("a"), 1).nextStep(policy("last", step)))
                .contains(1);
    }

    @Test
    void thePageCallsNobodyElseOfTheStep() {
        // Given
        EscalationPolicy policy =
                policy(
                        "last",
                        new Step(
                                Duration.ofMinutes(1),
                                List.of(new Target.StaffContact(), new Target.OnCall("sc-1"))),
                        new Step(Duration.ZERO, List.of(new Target.NamedContact("x"))));

        // When
        EscalationPolicy fresh =
                HandOver.narrowed(policy, 0, "sc-1", List.of("b", "c"), Set.of("c"));
        EscalationPolicy nobody = HandOver.narrowed(policy, 0, "sc-1", List.of(), Set.of("c"));

        // Then
        assertThat(fresh.steps().get(0).targets()).containsExactly(new Target.NamedContact("b"));
        assertThat(nobody.steps().get(0).targets()).containsExactly(new Target.OnCall("sc-1"));
        assertThat(fresh.steps().get(1)).isEqualTo(policy.steps().get(1));
        assertThat(fresh.steps().get(0).after()).isEqualTo(Duration.ofMinutes(1));
    }

    private static HandOver.Case open() {
        return new HandOver.Case(
                incident(new IncidentState.Open()),
                List.of(),
                false,
                false,
                false,
                Optional.empty());
    }

    private static EscalationPolicy policy(String lastResort, Step... steps) {
        return new EscalationPolicy(
                "p", "P", List.of(steps), 0, Duration.ofMinutes(10), lastResort);
    }

    private static Incident incident(IncidentState state) {
        return new Incident(
                "in_1",
                "cm-1",
                state,
                2,
                new TreeSet<>(List.of("insult")),
                new TreeSet<>(List.of("forum")),
                new TreeSet<>(),
                1,
                1,
                NOW,
                NOW);
    }
}
