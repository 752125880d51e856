package org.upstander.alert.domain;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.alert.domain.Acknowledgement.Effect;
import org.upstander.alert.domain.Acknowledgement.Kind;

/** What it takes until somebody has taken an incident, and how long that holds. */
class AcknowledgementTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final IncidentState OPEN = new IncidentState.Open();
    private static final IncidentState TAKEN = new IncidentState.Acknowledged(NOON, "Lea");

    private static Incident incident(IncidentState state, int severity) {
        return new Incident(
                "in_1",
                "cm-07",
                state,
                severity,
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                1,
                1,
                NOON,
                NOON);
    }

    private static Acknowledgement by(String who, Kind kind) {
        return new Acknowledgement(NOON, who, kind);
    }

    private static PagingRules people(int acknowledgements) {
        return new PagingRules(ZERO, null, null, acknowledgements, Map.of());
    }

    @ParameterizedTest
    @CsvSource({
        // severity, kind,   minutes until it ends
        "1, SEEN, ",
        "2, SEEN, ",
        "3, SEEN, 60",
        "4, SEEN, 60",
        "4, CALLED, ",
        "4, SAFE, ",
    })
    void onlyAGraveOneThatSomebodyHasMerelySeenEnds(int severity, Kind kind, Integer minutes) {
        Effect effect =
                by("Lea", kind).on(incident(OPEN, severity), List.of(), PagingRules.DEFAULT);

        assertThat(effect.counts()).isTrue();
        assertThat(effect.state()).isEqualTo(TAKEN);
        assertThat(effect.expiresAt().map(at -> Duration.between(NOON, at).toMinutes()))
                .isEqualTo(Optional.ofNullable(minutes).map(Integer::longValue));
    }

    @Test
    void aSeverityThatIsNotNamedGoesByTheNextLowerOne() {
        PagingRules rules =
                new PagingRules(
                        ZERO, null, null, 1, Map.of(1, ZERO, 2, ofHours(8), 4, ofMinutes(5)));

        assertThat(rules.expiryAt(1)).isEmpty();
        assertThat(rules.expiryAt(2)).contains(ofHours(8));
        assertThat(rules.expiryAt(3)).contains(ofHours(8));
        assertThat(rules.expiryAt(4)).contains(ofMinutes(5));
    }

    @Test
    void twoDifferentPeopleAreTwo() {
        Incident open = incident(OPEN, 2);

        Effect first = by("Lea", Kind.SEEN).on(open, List.of(), people(2));
        Effect again = by(" lea", Kind.SEEN).on(open, List.of(by("Lea", Kind.SEEN)), people(2));
        Effect further = by("Lea", Kind.CALLED).on(open, List.of(by("Lea", Kind.SEEN)), people(2));
        Effect second = by("Kim", Kind.SEEN).on(open, List.of(by("Lea", Kind.SEEN)), people(2));

        assertThat(first).isEqualTo(new Effect(true, OPEN, Optional.empty(), 1));
        assertThat(again.counts()).isFalse();
        assertThat(further.counts()).isTrue();
        assertThat(further.state()).isEqualTo(OPEN);
        assertThat(second.state()).isEqualTo(new IncidentState.Acknowledged(NOON, "Kim"));
    }

    @Test
    void onWhatIsAcknowledgedOnlyGoingFurtherCounts() {
        Incident taken = incident(TAKEN, 4);
        List<Acknowledgement> seen = List.of(by("Lea", Kind.SEEN));

        assertThat(by("Kim", Kind.SEEN).on(taken, seen, PagingRules.DEFAULT).counts()).isFalse();
        assertThat(by("Kim", Kind.SEEN).on(taken, List.of(), PagingRules.DEFAULT).counts())
                .isFalse();
        Effect called = by("Kim", Kind.CALLED).on(taken, seen, PagingRules.DEFAULT);
        assertThat(called.counts()).isTrue();
        assertThat(called.expiresAt()).isEmpty();
        assertThat(called.state()).isEqualTo(TAKEN);
    }

    @Test
    void whatIsResolvedIsNotAcknowledged() {
        Incident resolved = incident(new IncidentState.Resolved(NOON, "Lea", null), 4);

        assertThat(by("Kim", Kind.SAFE).on(resolved, List.of(), PagingRules.DEFAULT).counts())
                .isFalse();
    }
}
