package org.upstander.alert.domain;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.upstander.alert.domain.EscalationPolicy.Next;
import org.upstander.alert.domain.EscalationPolicy.Position;
import org.upstander.alert.domain.EscalationPolicy.Step;
import org.upstander.alert.domain.EscalationPolicy.Target;

class EscalationPolicyTest {

    private static EscalationPolicy policy(int repeat, String lastResort) {
        return new EscalationPolicy(
                "p",
                "P",
                List.of(
                        new Step(ofMinutes(1), List.of(new Target.StaffContact())),
                        new Step(ofMinutes(5), List.of(new Target.NamedContact("ct-2")))),
                repeat,
                ofMinutes(10),
                lastResort);
    }

    private static List<String> walk(EscalationPolicy policy) {
        List<String> places = new ArrayList<>();
        Optional<Next> next = policy.after(Position.FIRST);
        while (next.isPresent()) {
            Position position = next.get().position();
            places.add(
                    position.round()
                            + "."
                            + position.step()
                            + " after "
                            + next.get().delay().toMinutes());
            next = policy.after(position);
        }
        return places;
    }

    @Test
    void roundsFollowOneAnotherAndTheLastResortFollowsThem() {
        assertThat(walk(policy(1, "ct-9")))
                .containsExactly("0.1 after 5", "1.0 after 11", "1.1 after 5", "1.2 after 10");
    }

    @Test
    void withoutLastResortItEndsWithTheLastStep() {
        assertThat(walk(policy(0, null))).containsExactly("0.1 after 5");
    }

    @Test
    void theBuiltInPolicyCallsTheLastResortAfterFifteenMinutes() {
        EscalationPolicy policy = EscalationPolicy.builtIn("ct-9");

        assertThat(policy.targets(Position.FIRST)).containsExactly(new Target.StaffContact());
        assertThat(policy.steps().get(0).after()).isEqualTo(Duration.ZERO);
        assertThat(walk(policy)).containsExactly("0.1 after 15");
        assertThat(policy.targets(new Position(0, 1)))
                .containsExactly(new Target.NamedContact("ct-9"));
        assertThat(walk(EscalationPolicy.builtIn(null))).isEmpty();
    }

    @Test
    void aPolicyWithoutStepsIsRefused() {
        assertThatThrownBy(() -> new EscalationPolicy("p", "P", List.of(), 0, ofMinutes(1), null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
