package org.upstander.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.upstander.alert.domain.SourceNews.Later;
import org.upstander.alert.domain.SourceNews.Nothing;
import org.upstander.alert.domain.SourceNews.Say;
import org.upstander.alert.domain.SourceNews.Told;
import org.upstander.alert.domain.SourceSight.State;

class SourceNewsTest {

    private static final Instant NOW = Instant.parse("2026-03-03T12:00:00Z");
    private static final Instant BLIND_SINCE = Instant.parse("2026-03-03T06:33:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void whoWasNeverToldIsToldThatItIsBlindAndNotThatItSees() {
        assertThat(news(State.BLIND, null))
                .isEqualTo(new Say(sight(State.BLIND), BLIND_SINCE, BLIND_SINCE));
        assertThat(news(State.SEES, null)).isEqualTo(new Nothing());
    }

    @Test
    void whoKnowsIsToldNothing() {
        assertThat(news(State.BLIND, told(State.BLIND, 30, true))).isEqualTo(new Nothing());
        assertThat(news(State.SEES, told(State.SEES, 30, true))).isEqualTo(new Nothing());
    }

    @Test
    void whatDidNotArriveIsSaidAgainWithTheSameSinceEvenWithinTheHour() {
        assertThat(news(State.BLIND, told(State.BLIND, 1, false)))
                .isEqualTo(new Say(sight(State.BLIND), NOW.minusSeconds(60), BLIND_SINCE));
    }

    @Test
    void betweenTwoThingsLiesAnHour() {
        assertThat(news(State.SEES, told(State.BLIND, 59, true)))
                .isEqualTo(new Later(NOW.plusSeconds(60)));
        assertThat(news(State.BLIND, told(State.SEES, 59, false)))
                .isEqualTo(new Later(NOW.plusSeconds(60)));
        assertThat(news(State.SEES, told(State.BLIND, 60, true)))
                .isEqualTo(new Say(sight(State.SEES), sight(State.SEES).since(), BLIND_SINCE));
        assertThat(news(State.BLIND, told(State.SEES, 60, true)))
                .isEqualTo(new Say(sight(State.BLIND), BLIND_SINCE, BLIND_SINCE));
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"PAUSED", "OTHER"})
    void whatIsNeitherIsNoNews(State state) {
        assertThat(news(state, null)).isEqualTo(new Nothing());
        assertThat(news(state, told(State.BLIND, 90, true))).isEqualTo(new Nothing());
    }

    @Test
    void ofASourceThatIsGoneNothingIsSaid() {
        assertThat(
                        SourceNews.of(
                                Optional.empty(),
                                Optional.of(told(State.BLIND, 90, false)),
                                HOUR,
                                NOW))
                .isEqualTo(new Nothing());
    }

    private static SourceNews news(State state, Told told) {
        return SourceNews.of(Optional.of(sight(state)), Optional.ofNullable(told), HOUR, NOW);
    }

    private static Told told(State state, int minutesAgo, boolean arrived) {
        Instant at = NOW.minus(Duration.ofMinutes(minutesAgo));
        return new Told(state, at, BLIND_SINCE, at, arrived);
    }

    private static SourceSight sight(State state) {
        return new SourceSight(
                "main",
                "Main forum",
                "forum",
                state,
                state == State.BLIND ? SourceSight.Cause.SILENT : null,
                state == State.BLIND ? BLIND_SINCE : NOW.minusSeconds(5),
                NOW.minusSeconds(5));
    }
}
