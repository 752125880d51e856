package org.upstander.alert.engine;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.upstander.alert.domain.Acknowledgement.Kind;
import org.upstander.infrastructure.InfrastructureResource;

/** Whoever goes on for weeks, and whoever only complains, on real Kafka and PostgreSQL. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class PatternRunsIT extends PatternTestBase {

    @Test
    void whoeverGoesOnIsOneIncidentHoweverLongThePauseIs() {
        // Given: an incident of somebody who does not let go, which a human took
        say(attention("first", clock.instant()));
        pages(1);
        now(acknowledge.acknowledge(incidentId(), "Lea", Kind.CALLED, "Spoke with her"));

        // When: and he goes on
        forward(ofDays(8));
        sayAndWait(attention("second", clock.instant()));

        // Then
        assertThat(incidents()).containsExactly("1 persistence 30 posts, 1 authors, forum");
        assertThat(channels.sentTo(mail)).hasSize(1);
    }

    @Test
    void whatWasResolvedIsOpenedAnew() {
        // Given
        say(attention("first", clock.instant()));
        pages(1);
        now(resolve.resolve(incidentId(), "Lea", null, "He apologised"));

        // When
        forward(ofDays(12));
        say(attention("second", clock.instant()));

        // Then
        pages(2);
        assertThat(incidents())
                .containsExactly(
                        "1 persistence 15 posts, 1 authors, forum",
                        "1 persistence 15 posts, 1 authors, forum");
    }

    /** Two posts a day for five weeks: old ones that leave the horizon must not shift the runs. */
    @Test
    void aRunIsToldOfOnce() {
        // Given
        for (int post = 0; post < 70; post++) {
            forward(ofHours(12));
            sayAndWait(
                    Said.neutral("p" + post, "heath", clock.instant(), 0.05)
                            .in("thread-" + post % 6));
        }

        // Then: ten more are not told of yet
        assertThat(incidents())
                .filteredOn(one -> one.contains("persistence"))
                .containsExactly("1 persistence 60 posts, 1 authors, forum");
    }

    @Test
    void nightAfterNightIsSeenHoweverFriendlyItIs() {
        // Given
        Instant midnight =
                clock.instant().atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).toInstant();
        Said[] nights =
                IntStream.range(0, 5)
                        .mapToObj(
                                night ->
                                        Said.neutral(
                                                        "n" + night,
                                                        "admirer",
                                                        midnight.minus(ofHours(24L * night))
                                                                .plus(ofMinutes(-30)),
                                                        0.02)
                                                .bound("handle"))
                        .toArray(Said[]::new);

        // When
        say(nights);

        // Then
        pages(1);
        assertThat(incidents()).containsExactly("1 off-hours 5 posts, 1 authors, forum");
    }

    @Test
    void anAppealCallsNobody() {
        // Given
        moderated("tobin", "suspend", staffId, ago(ofDays(3)));

        // When
        sayAndWait(
                Said.neutral("1", "tobin", ago(ofDays(2)), 0.04).in("appeals"),
                Said.neutral("2", "tobin", ago(ofDays(1)), 0.04).in("appeals"),
                criticism("3", "tobin", ago(ofHours(20))).in("rules"),
                criticism("4", "tobin", ago(ofHours(10))).in("judging"),
                Said.neutral("5", "tobin", clock.instant(), 0.04).in("appeals"));

        // Then
        assertThat(incidents()).isEmpty();
    }

    @Test
    void whoeverRunsAfterHerAfterTheWarningCalls() {
        // Given
        moderated("burr", "warn", staffId, ago(ofDays(3)));

        // When
        say(
                criticism("0", "burr", ago(ofDays(2))),
                Said.neutral("1", "burr", ago(ofDays(2)), 0.1),
                Said.neutral("2", "burr", ago(ofDays(1)), 0.1),
                Said.neutral("3", "burr", clock.instant(), 0.1));

        // Then: what he said of a decision is no part of it
        pages(1);
        assertThat(incidents()).containsExactly("2 persistence 3 posts, 1 authors, forum");
    }

    /** What she was told of another author, in whose thread he attacked her, was not his run. */
    @Test
    void whoMeetsAnotherRunInAThreadHasARunOfHisOwn() {
        // Given: one who does not let go
        moderated("burr", "warn", staffId, ago(ofDays(3)));
        moderated("tobin", "warn", staffId, ago(ofDays(3)));
        say(
                Said.neutral("1", "burr", ago(ofDays(2)), 0.1).in("one"),
                Said.neutral("2", "burr", ago(ofDays(1)), 0.1).in("two"),
                Said.neutral("3", "burr", ago(ofHours(3)), 0.1).in("three"));
        pages(1);

        // When: another attacks her in his thread, and goes on elsewhere
        sayAndWait(Said.attack("4", "tobin", ago(ofHours(4))).in("three"));
        sayAndWait(
                Said.neutral("5", "tobin", ago(ofHours(1)), 0.1).in("four"),
                Said.neutral("6", "tobin", clock.instant(), 0.1).in("five"));

        // Then
        assertThat(incidents()).singleElement().asString().contains("6 posts, 2 authors");
    }

    @Test
    void ofManyWhoAttackItSaysHowManySayTheSame() {
        // Given: four of ten with the same text, and the last with one of his own
        for (int author = 0; author < 9; author++) {
            Said attack = Said.attack("" + author, "author-" + author, ago(ofMinutes(30 - author)));
            sayAndWait(
                    author < 4
                            ? attack.saying("we all know that this jury was bought by a fraud")
                            : attack.saying(OWN_WORDS.get(author)));
        }

        // When
        say(Said.attack("9", "author-9", clock.instant()).saying(OWN_WORDS.get(9)));

        // Then
        eventually(
                () ->
                        assertThat(timelines())
                                .anyMatch(
                                        reason ->
                                                reason.contains("Pile-on: 10 authors within")
                                                        && reason.contains(
                                                                "40 % of them with much the same")));
    }

    private static final List<String> OWN_WORDS =
            List.of(
                    "",
                    "",
                    "",
                    "",
                    "you clown should never have been given that job by anybody sane",
                    "what a pathetic excuse for a judge sits there every single weekend",
                    "go back under your stone and stay there until summer comes round",
                    "nobody on earth can stand your smug face any longer, idiot woman",
                    "a liar is what she is and her mother should be ashamed of that",
                    "everything that you touch turns into rubbish, dumb lazy creature");

    private Said[] attention(String run, Instant last) {
        return IntStream.range(0, 15)
                .mapToObj(
                        at ->
                                Said.neutral(
                                                run + at,
                                                "heath",
                                                last.minus(ofHours(12L * (14 - at))),
                                                0.05)
                                        .in("thread-" + at % 6))
                .toArray(Said[]::new);
    }

    private Said criticism(String id, String author, Instant at) {
        return new Said(id, "forum", author, "t-" + id, at, "criticism", 0, 0.1, "name", null);
    }
}
