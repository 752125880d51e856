package org.upstander.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.upstander.alert.domain.EventBar.Decision;
import org.upstander.alert.domain.EventBar.Effect;

/** What holds of event modes, whatever is declared and whatever comes. */
class EventBarPropertiesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private static final List<String> CATEGORIES =
            List.of(
                    "insult",
                    "demeaning",
                    "threat",
                    "doxxing",
                    "sexual",
                    "identity",
                    "stalking",
                    "incitement",
                    "defamation",
                    "extortion",
                    "not-known-yet");

    @Provide
    Arbitrary<Assessment> attacks() {
        return Combinators.combine(
                        Arbitraries.of(CATEGORIES).list().uniqueElements().ofMaxSize(4),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.of("name", "handle", "protected", "pronoun"))
                .as(EventBarTest::attack);
    }

    @Provide
    Arbitrary<List<EventMode>> modes() {
        return Combinators.combine(
                        Arbitraries.of(EventMode.Kind.values()),
                        Arbitraries.of("", "cm-07", "cm-08"),
                        Arbitraries.of("", "forum", "chat"),
                        Arbitraries.integers().between(-2, 2),
                        Arbitraries.integers().between(1, 3))
                .as(
                        (kind, staff, sources, start, length) ->
                                new EventMode(
                                        "ev-" + start + length,
                                        kind,
                                        named(staff),
                                        named(sources),
                                        NOW.plusSeconds(start),
                                        NOW.plusSeconds(start + length),
                                        "x",
                                        "token:tk-1"))
                .list()
                .ofMaxSize(4);
    }

    private static List<String> named(String one) {
        return one.isEmpty() ? List.of() : List.of(one);
    }

    @Property
    void aThreatOrAPrivateNameIsNeverHeldNorMadeLess(
            @ForAll("attacks") Assessment attack,
            @ForAll("modes") List<EventMode> modes,
            @ForAll boolean sensitive) {
        Decision decision = EventBar.decide(attack, sensitive, modes, NOW);

        if (attack.binding().equals("protected")
                || attack.categories().stream().anyMatch(Set.of("threat", "doxxing")::contains)
                || attack.severity() >= PagingRules.GRAVE) {
            assertThat(decision.effect()).isNotEqualTo(Effect.HELD);
        }
        assertThat(decision.attack().severity())
                .isBetween(attack.severity(), Math.min(attack.severity() + 1, 4));
    }

    @Property
    void whatLeadsToAPersonWeighsOneMoreWhereverAModeConcernsIt(
            @ForAll("attacks") Assessment attack, @ForAll("modes") List<EventMode> modes) {
        boolean concerned = modes.stream().anyMatch(one -> one.concerns("cm-07", "forum", NOW));
        boolean leads =
                attack.binding().equals("protected")
                        || attack.categories().contains("threat")
                        || attack.categories().contains("doxxing");

        Decision decision = EventBar.decide(attack, false, modes, NOW);

        if (concerned && leads) {
            assertThat(decision.attack().severity()).isEqualTo(Math.min(attack.severity() + 1, 4));
        }
        if (!concerned) {
            assertThat(decision.effect()).isEqualTo(Effect.NONE);
        }
    }

    /** Whatever pages from a severity on without a mode does so with it, unless it is mild. */
    @Property
    void onlyMildAttacksAreHeldAndAllOthersPageAsBefore(
            @ForAll("attacks") Assessment attack,
            @ForAll("modes") List<EventMode> modes,
            @ForAll @IntRange(min = 1, max = 4) int bar) {
        Decision decision = EventBar.decide(attack, false, modes, NOW);

        if (decision.effect() == Effect.HELD) {
            assertThat(attack.severity()).isLessThanOrEqualTo(2);
            assertThat(attack.categories()).isNotEmpty().isSubsetOf("insult", "demeaning");
            assertThat(attack.score()).isLessThan(0.9);
        } else if (attack.pages(bar)) {
            assertThat(decision.attack().pages(bar)).isTrue();
        }
    }

    @Property
    void whoIsHelpedEarlyHasNothingHeldAndNoModeDoesNothing(
            @ForAll("attacks") Assessment attack, @ForAll("modes") List<EventMode> modes) {
        assertThat(EventBar.decide(attack, true, modes, NOW).effect()).isNotEqualTo(Effect.HELD);
        assertThat(EventBar.decide(attack, false, List.of(), NOW))
                .isEqualTo(new Decision(Effect.NONE, attack, null, ""));
    }

    /** A more probable attack is never held where a less probable one is not. */
    @Property
    void moreProbableIsNeverHeldRather(
            @ForAll("attacks") Assessment attack, @ForAll("modes") List<EventMode> modes) {
        Assessment surer =
                EventBarTest.attack(attack.categories(), attack.severity(), 1, attack.binding());

        assertThat(EventBar.decide(surer, false, modes, NOW).effect()).isNotEqualTo(Effect.HELD);
    }
}
