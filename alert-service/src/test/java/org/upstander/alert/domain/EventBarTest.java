package org.upstander.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.alert.domain.EventBar.Decision;
import org.upstander.alert.domain.EventBar.Effect;

/** What a competition and a ban wave make of attacks, in numbers. */
class EventBarTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "COMPETITION,insult,1,0.79,HELD",
        "COMPETITION,insult,1,0.80,NONE",
        "COMPETITION,demeaning,2,0.64,HELD",
        "COMPETITION,demeaning,2,0.65,NONE",
        "BAN_WAVE,insult,1,0.89,HELD",
        "BAN_WAVE,insult,1,0.90,NONE",
        "BAN_WAVE,insult,2,0.69,HELD",
        "BAN_WAVE,insult,2,0.70,NONE",
        "BAN_WAVE,insult,3,0.51,NONE",
        "COMPETITION,insult identity,1,0.51,NONE",
        "COMPETITION,defamation,1,0.51,NONE",
        "COMPETITION,,1,0.51,NONE",
        "COMPETITION,threat,1,0.51,RAISED",
        "COMPETITION,insult stalking,2,0.51,RAISED",
        "BAN_WAVE,doxxing,3,0.51,RAISED",
        "BAN_WAVE,extortion,2,0.99,RAISED",
        "BAN_WAVE,incitement,1,0.99,RAISED",
        "BAN_WAVE,threat,4,0.51,NONE"
    })
    void itHoldsWhatIsMildAndRaisesWhatLeadsToAPerson(
            EventMode.Kind kind, String categories, int severity, double score, Effect effect) {
        Assessment attack = attack(words(categories), severity, score, "name");

        Decision decision = EventBar.decide(attack, false, List.of(mode("ev-1", kind)), NOW);

        assertThat(decision.effect()).isEqualTo(effect);
        assertThat(decision.attack().severity())
                .isEqualTo(effect == Effect.RAISED ? severity + 1 : severity);
    }

    @Test
    void aProtectedNameIsRaisedWhateverItIsCalled() {
        Assessment attack = attack(List.of("insult"), 1, 0.51, "protected");

        Decision decision =
                EventBar.decide(
                        attack, false, List.of(mode("ev-1", EventMode.Kind.COMPETITION)), NOW);

        assertThat(decision.effect()).isEqualTo(Effect.RAISED);
    }

    @Test
    void nothingIsHeldFromAJuniorButThreatsAreRaised() {
        List<EventMode> modes = List.of(mode("ev-1", EventMode.Kind.BAN_WAVE));

        assertThat(effect(attack(List.of("insult"), 1, 0.51, "name"), true, modes))
                .isEqualTo(Effect.NONE);
        assertThat(effect(attack(List.of("threat"), 2, 0.51, "name"), true, modes))
                .isEqualTo(Effect.RAISED);
    }

    @Test
    void ofTwoModesTheStricterHolds() {
        Decision decision =
                EventBar.decide(
                        attack(List.of("insult"), 1, 0.8567, "name"),
                        false,
                        List.of(
                                mode("ev-1", EventMode.Kind.COMPETITION),
                                mode("ev-2", EventMode.Kind.BAN_WAVE)),
                        NOW);

        assertThat(decision.modeId()).isEqualTo("ev-2");
        assertThat(decision.reason())
                .isEqualTo(
                        "Event mode ev-2 (ban wave): severity 1 opens an incident from a probability of 0.90 on, this has 0.85");
    }

    @ParameterizedTest
    @CsvSource({
        "cm-07,forum,0,HELD",
        "cm-07,,0,HELD",
        ",forum,0,HELD",
        "cm-08,forum,0,NONE",
        "cm-07,chat,0,NONE",
        "cm-07,forum,-1,NONE",
        "cm-07,forum,3599,HELD",
        "cm-07,forum,3600,NONE"
    })
    void itConcernsItsPeopleItsSourcesAndItsTime(
            String staff, String source, long second, Effect effect) {
        EventMode mode =
                new EventMode(
                        "ev-1",
                        EventMode.Kind.COMPETITION,
                        words(staff),
                        words(source),
                        NOW,
                        NOW.plus(Duration.ofHours(1)),
                        "Prize",
                        "token:tk-1");

        assertThat(
                        EventBar.decide(
                                        attack(List.of("insult"), 1, 0.51, "name"),
                                        false,
                                        List.of(mode),
                                        NOW.plusSeconds(second))
                                .effect())
                .isEqualTo(effect);
    }

    @ParameterizedTest
    @CsvSource({
        "true,OPEN,1,1,true",
        "false,OPEN,1,1,false",
        "false,OPEN,1,2,true",
        "false,RESOLVED,1,1,true"
    })
    void whatIsHeldOpensNothingRaisesNothingAndReopensNothing(
            boolean opened, String state, int before, int after, boolean staysOut) {
        Assessment held = attack(List.of("insult"), after, 0.51, "name");
        Grouping.Change change =
                new Grouping.Change(
                        opened,
                        incident(before, state),
                        incident(after, state),
                        List.of(held),
                        Map.of());

        assertThat(EventBar.staysOut(change, Set.of(held.id()))).isEqualTo(staysOut);
        assertThat(EventBar.staysOut(change, Set.of("another"))).isFalse();
    }

    private static Effect effect(Assessment attack, boolean junior, List<EventMode> modes) {
        return EventBar.decide(attack, junior, modes, NOW).effect();
    }

    private static Incident incident(int severity, String state) {
        return new Incident(
                "in_1",
                "cm-07",
                "OPEN".equals(state)
                        ? new IncidentState.Open()
                        : new IncidentState.Resolved(NOW, "x", null),
                severity,
                new TreeSet<>(Set.of("insult")),
                new TreeSet<>(Set.of("forum")),
                new TreeSet<>(),
                1,
                1,
                NOW,
                NOW);
    }

    private static EventMode mode(String id, EventMode.Kind kind) {
        return new EventMode(
                id,
                kind,
                List.of("cm-07"),
                List.of(),
                NOW.minusSeconds(1),
                NOW.plusSeconds(1),
                "Prize",
                "token:tk-1");
    }

    static Assessment attack(List<String> categories, int severity, double score, String binding) {
        return new Assessment(
                "as1",
                "cm-07",
                new Assessment.Post(
                        "po1",
                        "r1",
                        "forum",
                        "1",
                        new Author("a", null, null),
                        null,
                        null,
                        null,
                        NOW,
                        "text",
                        null),
                Verdict.ATTACK,
                severity,
                score,
                categories,
                binding,
                List.of(),
                false,
                null,
                "m",
                NOW,
                null);
    }

    private static List<String> words(String text) {
        return text == null ? List.of() : List.of(text.split(" "));
    }
}
