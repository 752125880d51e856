package org.upstander.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.upstander.alert.domain.Routing.Person;
import org.upstander.alert.domain.Routing.Plan;

/** What {@link RoutingRulesTest} leaves open: who of several, and who is the same person. */
class RoutingTest {

    private static Person person(String id, boolean quiet, boolean acted) {
        return new Person(id, id, NotifyReason.CALLED, quiet, acted);
    }

    @Test
    void twoContactsOfOnePersonAreNoTwoPeople() {
        // Given
        Person lead = new Person("ct-1", "cm-9", NotifyReason.CALLED, false, false);
        Person sameLead = new Person("ct-2", "cm-9", NotifyReason.CALLED, false, false);
        Person last = person("ct-9", false, false);

        // When
        Plan plan = Routing.plan(List.of(lead), List.of(sameLead, last), List.of());

        // Then
        assertThat(plan.reasons())
                .isEqualTo(
                        Map.of(
                                "ct-1", NotifyReason.CALLED,
                                "ct-9", NotifyReason.CALLED_AS_SENIOR));
    }

    @Test
    void aStepThatIsTheSeniorAloneIsNoTwoPeople() {
        Person senior = person("ct-1", false, false);
        Person last = person("ct-9", false, false);

        assertThat(Routing.plan(List.of(senior), List.of(senior, last), List.of()).reasons())
                .containsOnlyKeys("ct-1", "ct-9");
    }

    @Test
    void whoComesNextIsCalledBesideWhoActedRatherThanTheLastResort() {
        Person acted = person("ct-1", false, true);
        Person next = person("ct-2", false, false);
        Person last = person("ct-9", false, false);

        assertThat(
                        Routing.plan(
                                        List.of(acted),
                                        List.of(),
                                        List.of(List.of(next), List.of(last)))
                                .reasons())
                .isEqualTo(
                        Map.of(
                                "ct-1", NotifyReason.CALLED,
                                "ct-2", NotifyReason.CALLED_BESIDE_MODERATOR));
    }

    @Test
    void whoActedLetsNobodySleepWhoDidNot() {
        Person acted = person("ct-1", false, true);
        Person asleep = person("ct-2", true, false);

        assertThat(Routing.plan(List.of(acted, asleep), List.of(), List.of()).reasons())
                .isEqualTo(Map.of("ct-1", NotifyReason.CALLED, "ct-2", NotifyReason.CALLED));
    }
}
