package org.upstander.ingest.application.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.upstander.ingest.application.delivery.Said;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.domain.SourceSettings;

class SightTest {

    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
    private static final Instant HOURS_AGO = NOW.minus(Duration.ofHours(7));

    @Test
    void whoIsSilentForLongerThanItsRhythmIsBlindSinceItsLastPost() {
        assertThat(Sight.of(source("PT6H", false), Optional.of(lastPost(HOURS_AGO)), NOW))
                .isEqualTo(new Sight(Sight.State.BLIND, Sight.Cause.SILENT, HOURS_AGO));
        assertThat(state(source("PT7H", false), lastPost(HOURS_AGO))).isEqualTo(Sight.State.SEES);
        assertThat(state(source(null, false), lastPost(HOURS_AGO))).isEqualTo(Sight.State.SEES);
    }

    @Test
    void whoNeverSentAnythingIsMeasuredFromItsBeginning() {
        Health nothing = new Health(HOURS_AGO, null, null, 0, 0, 0, 0, List.of());
        assertThat(Sight.of(source("PT6H", false), Optional.of(nothing), NOW).since())
                .isEqualTo(HOURS_AGO);
    }

    @Test
    void anOpenGapIsBlindAndAClosedOneIsNot() {
        assertThat(state(source(null, false), gap(null))).isEqualTo(Sight.State.BLIND);
        assertThat(state(source(null, false), gap(NOW))).isEqualTo(Sight.State.SEES);
    }

    @Test
    void aPausedSourceIsNoAlarm() {
        assertThat(state(source("PT6H", true), lastPost(HOURS_AGO))).isEqualTo(Sight.State.PAUSED);
    }

    @Test
    void nothingIsClaimedOfASourceThatIsNew() {
        assertThat(Sight.of(source("PT6H", false), Optional.empty(), NOW).state())
                .isEqualTo(Sight.State.SEES);
    }

    private static Sight.State state(Source source, Health health) {
        return Sight.of(source, Optional.of(health), NOW).state();
    }

    private static Health lastPost(Instant at) {
        return new Health(NOW.minus(Duration.ofDays(9)), at, at, 1, 0, 0, 0, List.of());
    }

    private static Health gap(Instant until) {
        return new Health(
                HOURS_AGO,
                NOW,
                NOW,
                1,
                0,
                0,
                0,
                List.of(new Health.Gap(Said.Cause.RATE_LIMITED, HOURS_AGO, until)));
    }

    private static Source source(String rhythm, boolean paused) {
        return new Source(
                "main",
                "discourse",
                "Main forum",
                "forum",
                null,
                List.of(),
                null,
                rhythm == null ? null : Duration.parse(rhythm),
                SourceSettings.NONE,
                paused);
    }
}
