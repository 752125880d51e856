package org.upstander.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.alert.domain.PageAgain.Action;
import org.upstander.alert.domain.PageAgain.Decision;
import org.upstander.alert.domain.PageAgain.SoFar;

/** Whether an attack on somebody who is under attack already calls people again. */
class PageAgainTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant PAGED = NOON.minus(Duration.ofMinutes(10));

    private static Incident incident(String state, int severity, String kinds, int posts) {
        IncidentState is =
                switch (state) {
                    case "open" -> new IncidentState.Open();
                    case "acknowledged" -> new IncidentState.Acknowledged(PAGED, "Lea");
                    default -> new IncidentState.Resolved(PAGED, "Lea", null);
                };
        return new Incident(
                "in_1",
                "cm-07",
                is,
                severity,
                new TreeSet<>(Arrays.asList(kinds.split("\\+"))),
                new TreeSet<>(),
                new TreeSet<>(),
                posts,
                1,
                PAGED,
                NOON);
    }

    private static PagingRules rules(Duration interval) {
        return new PagingRules(Duration.ZERO, interval, null, 1, Map.of());
    }

    private static Decision decide(
            String state, int from, int to, String before, String after, SoFar soFar) {
        return PageAgain.decide(
                incident(state, from, before, 1), incident(state, to, after, 2), soFar, NOON);
    }

    @ParameterizedTest
    @CsvSource({
        // state,     from, to, before,  after,               action,  reason
        "open,         2, 2, insult, insult,               NOTHING, No worse",
        "open,         2, 3, insult, insult,               ANEW,    Severity rose from 2 to 3",
        "acknowledged, 2, 4, insult, insult,               ANEW,    Severity rose from 2 to 4",
        "acknowledged, 2, 2, insult, insult,               NOTHING, No worse",
        "open,         2, 2, insult, demeaning+insult,     NOTHING, No worse",
        "open,         3, 3, insult, insult+threat,        ANEW,    A new kind of attack: threat",
        "acknowledged, 3, 3, insult, doxxing+insult+threat, ANEW,   'A new kind of attack: doxxing, threat'",
        "acknowledged, 3, 3, threat, insult+threat,        NOTHING, No worse",
        "resolved,     2, 2, insult, insult,               ANEW,    Attacked again soon after it was resolved",
    })
    void whatIsWorsePagesAgain(
            String state,
            int from,
            int to,
            String before,
            String after,
            Action action,
            String reason) {
        SoFar soFar = new SoFar(Optional.of(PAGED), 0, rules(null));

        Decision decision = decide(state, from, to, before, after, soFar);

        assertThat(decision).isEqualTo(new Decision(action, NOON, reason));
    }

    @Test
    void aFirstPageThatStillWaitsCoversItAllAndHurriesWhenItGetsWorse() {
        SoFar soFar = new SoFar(Optional.empty(), 0, rules(null));

        assertThat(decide("open", 2, 2, "insult", "threat", soFar).action())
                .isEqualTo(Action.NOTHING);
        assertThat(decide("open", 2, 3, "insult", "insult", soFar).action())
                .isEqualTo(Action.HURRY);
    }

    @Test
    void oneThatWasAcknowledgedBeforeItsFirstPagePagesWhenItGetsWorse() {
        SoFar soFar = new SoFar(Optional.empty(), 0, rules(null));

        assertThat(decide("acknowledged", 2, 3, "insult", "insult", soFar).action())
                .isEqualTo(Action.ANEW);
    }

    @ParameterizedTest
    @CsvSource({
        // interval s, digests before, due s after the last page
        "900, 0, 900",
        "900, 1, 1800",
        "900, 3, 7200",
        "900, 60, 86400",
        "60, 0, 600", // overdue: now
    })
    void digestsComeAtAGrowingIntervalWhileNobodyAcknowledges(
            int interval, int digests, long dueAfter) {
        SoFar soFar = new SoFar(Optional.of(PAGED), digests, rules(Duration.ofSeconds(interval)));

        assertThat(decide("open", 2, 2, "insult", "insult", soFar))
                .isEqualTo(
                        new Decision(
                                Action.DIGEST,
                                PAGED.plusSeconds(dueAfter),
                                "Digest: the attack goes on"));
        assertThat(decide("acknowledged", 2, 2, "insult", "insult", soFar).action())
                .isEqualTo(Action.NOTHING);
    }

    @Test
    void anEditOfAPostIsNoNewPost() {
        SoFar soFar = new SoFar(Optional.of(PAGED), 0, rules(Duration.ofSeconds(60)));
        Incident incident = incident("open", 2, "insult", 2);

        assertThat(PageAgain.decide(incident, incident, soFar, NOON).action())
                .isEqualTo(Action.NOTHING);
    }
}
