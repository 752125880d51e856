package org.upstander.ingest.application.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.domain.SourceSettings;

class TellRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
    private static final Source SOURCE = source("Main forum");
    private static final Sight SEES = new Sight(Sight.State.SEES, null, null);
    private static final Sight PAUSED = new Sight(Sight.State.PAUSED, null, null);

    private final TellRules rules = new TellRules(Duration.ofMinutes(1));

    @Test
    void aSourceThatIsNewSees() {
        assertThat(news(SEES, null))
                .contains(
                        new Told(
                                "main",
                                "Main forum",
                                "forum",
                                new Sight(Sight.State.SEES, null, NOW),
                                NOW));
    }

    @Test
    void whatIsKnownIsNoNews() {
        assertThat(news(SEES, SEES)).isEmpty();
        assertThat(news(PAUSED, PAUSED)).isEmpty();
        assertThat(news(blind(Sight.Cause.GONE, NOW), blind(Sight.Cause.GONE, NOW))).isEmpty();
    }

    @Test
    void blindIsNewsWhenItHasBeenSoForAMinute() {
        assertThat(news(blind(Sight.Cause.REFUSED, NOW.minusSeconds(59)), SEES)).isEmpty();
        assertThat(news(blind(Sight.Cause.REFUSED, NOW.minusSeconds(60)), SEES))
                .map(Told::sight)
                .contains(blind(Sight.Cause.REFUSED, NOW.minusSeconds(60)));
    }

    @Test
    void silenceCountsFromTheEndOfTheRhythmAndPostsAreMissingSinceTheLast() {
        Instant lastPost = NOW.minus(Duration.ofHours(6));
        assertThat(news(blind(Sight.Cause.SILENT, lastPost), SEES)).isEmpty();
        assertThat(news(blind(Sight.Cause.SILENT, lastPost.minusSeconds(60)), SEES))
                .map(told -> told.sight().since())
                .contains(lastPost.minusSeconds(60));
    }

    @Test
    void anotherCauseIsNoNews() {
        assertThat(
                        news(
                                blind(Sight.Cause.REFUSED, NOW.minusSeconds(90)),
                                blind(Sight.Cause.SILENT, NOW.minusSeconds(9000))))
                .isEmpty();
    }

    @Test
    void seeingAgainAndRestingAreToldAtOnce() {
        Sight before = blind(Sight.Cause.GONE, NOW.minusSeconds(90));
        assertThat(news(SEES, before))
                .map(Told::sight)
                .contains(new Sight(Sight.State.SEES, null, NOW));
        assertThat(news(PAUSED, before))
                .map(Told::sight)
                .contains(new Sight(Sight.State.PAUSED, null, NOW));
    }

    @Test
    void whoIsRenamedStaysWhatItWasSinceWhen() {
        Sight blind = blind(Sight.Cause.GONE, NOW.minusSeconds(90));
        Told before = new Told(SOURCE, blind, NOW.minusSeconds(30));
        assertThat(
                        rules.news(
                                source("Forum"),
                                blind(Sight.Cause.REFUSED, NOW.minusSeconds(9)),
                                Optional.of(before),
                                NOW))
                .contains(new Told("main", "Forum", "forum", blind, NOW));
    }

    @Test
    void whatCameBackAfterItWasGoneIsNews() {
        Told gone = new Told("main", "Main forum", "forum", null, NOW.minusSeconds(30));
        assertThat(rules.news(SOURCE, SEES, Optional.of(gone), NOW)).isPresent();
    }

    private Optional<Told> news(Sight sight, Sight before) {
        return rules.news(
                SOURCE,
                sight,
                Optional.ofNullable(before).map(one -> new Told(SOURCE, one, NOW.minusSeconds(30))),
                NOW);
    }

    private static Sight blind(Sight.Cause cause, Instant since) {
        return new Sight(Sight.State.BLIND, cause, since);
    }

    private static Source source(String name) {
        return new Source(
                "main",
                "discourse",
                name,
                "forum",
                null,
                List.of(),
                null,
                Duration.ofHours(6),
                SourceSettings.NONE,
                false);
    }
}
