package org.upstander.alert.engine;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;

/** What shows only over time, on real Kafka and PostgreSQL. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class PatternIT extends PatternTestBase {

    @Test
    void anAttackAfterABanWeighsMoreAndSaysWhy() {
        // Given
        moderated("heath", "ban", staffId, ago(ofDays(3).plusHours(1)));

        // When
        say(Said.attack("1", "heath", clock.instant()));

        // Then
        pages(1);
        assertThat(incidents()).containsExactly("2 retaliation 1 posts, 1 authors, forum");
        assertThat(reasons())
                .anyMatch(
                        reason ->
                                reason.endsWith(
                                        ". Retaliation: 3 days after the ban by " + staffId));
    }

    @Test
    void theBarIsLowerAfterABanForItsAuthorAlone() {
        // Given
        moderated("heath", "ban", staffId, ago(ofHours(5)));

        // When
        sayAndWait(
                Said.neutral("1", "rowan", clock.instant(), 0.5),
                Said.neutral("2", "heath", clock.instant(), 0.3));

        // Then
        assertThat(incidents()).isEmpty();

        // When
        say(Said.neutral("3", "heath", clock.instant(), 0.5));

        // Then
        pages(1);
        assertThat(incidents()).containsExactly("1 retaliation 1 posts, 1 authors, forum");
    }

    @Test
    void aBanCountsForThreeMonths() {
        // Given
        moderated("heath", "ban", staffId, ago(ofDays(50)));
        moderated("rowan", "ban", staffId, ago(ofDays(91)));

        // When
        sayAndWait(
                Said.attack("1", "heath", clock.instant()),
                Said.attack("2", "rowan", clock.instant()));

        // Then
        assertThat(incidents())
                .containsExactlyInAnyOrder(
                        "2 retaliation 1 posts, 1 authors, forum", "1  1 posts, 1 authors, forum");
    }

    @Test
    void aBanThatIsToldOfLateIsSeenAllTheSame() {
        // Given
        say(Said.attack("1", "heath", clock.instant()));
        pages(1);

        // When
        moderated("heath", "ban", staffId, ago(ofHours(5)));

        // Then
        pages(2);
        assertThat(incidents()).containsExactly("2 retaliation 1 posts, 1 authors, forum");
        assertThat(reasons()).anyMatch(reason -> reason.contains("Severity rose from 1 to 2"));
    }

    @Test
    void anotherAccountOfWhoeverWasBannedIsRecognisedByItsWords() {
        // Given
        sayAndWait(Said.attack("1", "heath", ago(ofDays(2))).saying(GRIEVANCE));
        moderated("heath", "ban", staffId, ago(ofDays(1)));

        // When
        say(
                Said.attack("2", "newcomer", clock.instant())
                        .saying(GRIEVANCE.replace("again", "anymore")));

        // Then
        eventually(
                () ->
                        assertThat(incidents())
                                .anyMatch(
                                        one ->
                                                one.startsWith("2 ")
                                                        && one.contains("retaliation")));
        isRecognisedByItsWords();
    }

    @Test
    void anotherAccountThatComesTogetherWithTheFirstIsRecognisedByItsWords() {
        // Given
        moderated("heath", "ban", staffId, ago(ofDays(1)));

        // When
        sayAndWait(
                Said.attack("1", "newcomer", clock.instant()).saying(GRIEVANCE),
                Said.attack("2", "heath", clock.instant()).saying(GRIEVANCE));

        // Then
        isRecognisedByItsWords();
    }

    @Test
    void aSlowRiseCallsBeforeAnyPostIsAnAttack() {
        // Given
        Instant start = ago(ofDays(7));
        for (int at = 0; at < 14; at++) {
            Instant written = start.plus(ofHours(12L * at));
            say(Said.neutral("" + at, "heath", written, 0.30 + at * 0.0115).in("judging"));
        }
        sayAndWait(Said.neutral("last", "heath", ago(ofMinutes(1)), 0.2));
        assertThat(incidents()).isEmpty();

        // When
        forward(ofMinutes(10));

        // Then
        pages(1);
        assertThat(incidents()).singleElement().asString().startsWith("2 brewing ");
        assertThat(reasons()).anyMatch(reason -> reason.contains(". Brewing: "));
        int posts =
                Integer.parseInt(
                        column("select post_count from incident where staff_id = ?", staffId)
                                .get(0));
        assertThat(posts).isBetween(3, 12);
        assertThat(column("select post_id from evidence where incident_id = ?", incidentId()))
                .hasSize(posts);
    }

    @Test
    void aSteadyLevelNeverCalls() {
        // Given: in so few threads that it is no persistence, on however many days it is
        for (int at = 0; at < 50; at++) {
            double score = at % 2 == 0 ? 0.26 : 0.36;
            Instant written = ago(ofHours(100 - at));
            say(Said.neutral("" + at, "heath", written, score).in("thread-" + at % 3));
        }
        sayAndWait(Said.neutral("last", "heath", ago(ofMinutes(1)), 0.35));

        // When
        forward(ofMinutes(11));

        // Then
        eventually(
                () ->
                        assertThat(
                                        column(
                                                "select author_key from pattern_watch where staff_id = ?",
                                                staffId))
                                .isEmpty());
        assertThat(incidents()).isEmpty();
    }

    @Test
    void whoeverDoesNotLetGoIsSeenHoweverPoliteTheyAre() {
        // Given
        for (int at = 0; at < 14; at++) {
            say(
                    Said.neutral("" + at, "heath", ago(ofHours(24L * (14 - at) / 2)), 0.05)
                            .in("thread-" + at % 6));
        }
        sayAndWait(Said.neutral("thanks", "rowan", clock.instant(), 0.05));
        assertThat(incidents()).isEmpty();

        // When
        say(Said.neutral("last", "heath", clock.instant(), 0.05).in("thread-1"));

        // Then
        pages(1);
        assertThat(incidents()).containsExactly("1 persistence 15 posts, 1 authors, forum");
    }

    @Test
    void aSecondAttemptToReachHerInPrivateCalls() {
        // Given
        approached("1", "stranger", "friend-request", ago(ofDays(3)));
        forward(ofMinutes(1));
        assertThat(incidents()).isEmpty();

        // When
        approached("2", "stranger", "direct-message", clock.instant());

        // Then
        pages(1);
        assertThat(incidents()).containsExactly("2 approach 0 posts, 1 authors, ");
        assertThat(reasons())
                .anyMatch(reason -> reason.contains("2 attempts to reach the person in private"));

        // When: and an attack by the same joins it
        say(Said.attack("1", "stranger", clock.instant()));

        // Then
        eventually(
                () ->
                        assertThat(incidents())
                                .containsExactly("2 approach 1 posts, 1 authors, forum"));
    }

    @Test
    void aFirstAttemptOfSomebodyWhoWasBannedCalls() {
        moderated("heath", "ban", staffId, ago(ofDays(3)));

        approached("1", "heath", "friend-request", clock.instant());

        pages(1);
        assertThat(incidents()).containsExactly("2 approach 0 posts, 1 authors, ");
    }
}
