package org.upstander.alert.engine;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.alert.application.Resolve;
import org.upstander.infrastructure.InfrastructureResource;

/** What is told after the posts that it explains, on real Kafka and PostgreSQL. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class LateSignalIT extends LookAgainTestBase {

    @Inject Resolve resolve;

    @Test
    void aBanThatIsToldOfLateByTheHandleAloneIsSeenAllTheSame() {
        // Given
        attacked();

        // When
        moderated("@HEATH", "ban", staffId, ago(ofHours(5)));

        // Then
        isRevenge();
    }

    @ParameterizedTest
    @CsvSource({"heath,heath", "@heath,heath", "heath,@heath"})
    void aBanThatIsToldOfAfterAnAttemptToReachHerMakesItCall(String attempt, String ban) {
        // Given: one is none by itself
        approached("1", attempt, "friend-request", ago(ofHours(1)));
        lookedAt();
        assertThat(incidents()).isEmpty();

        // When
        moderated(ban, "ban", "somebody-else", ago(ofHours(5)));

        // Then
        pages(1);
        assertThat(incidents()).containsExactly("2 approach 0 posts, 1 authors, ");
    }

    @ParameterizedTest
    @CsvSource({"heath,heath", "heath,@HEATH", "@heath,heath"})
    void anAttemptToReachHerAfterAnAttackCallsByWhateverNameItIsToldOf(
            String attack, String attempt) {
        // Given
        say(Said.attack("1", attack, ago(ofHours(1))));
        pages(1);

        // When
        approached("1", attempt, "friend-request", clock.instant());

        // Then: it is the same incident
        pages(2);
        assertThat(incidents()).containsExactly("2 approach 1 posts, 1 authors, forum");
        assertThat(reasons()).anyMatch(reason -> reason.contains("by somebody who attacked"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"heath", "@heath"})
    void anAttemptThatWasToldOfWithAnAttackIsNoNewsAfterwards(String attempt) {
        // Given
        approached("1", attempt, "friend-request", ago(ofHours(1)));
        attacked();
        assertThat(incidents()).containsExactly("2 approach 1 posts, 1 authors, forum");
        now(resolve.resolve(incidentId(), "Lea", null, "Done"));

        // When
        comeNearer("2");
        forward(ofMinutes(10));
        lookedAt();

        // Then
        assertThat(column("select state from incident where staff_id = ?", staffId))
                .containsExactly("resolved");
    }

    @Test
    void anAttemptThatIsToldOfAfterTheAttackIsNews() {
        // Given
        approached("1", "heath", "friend-request", ago(ofHours(1)));
        attacked();

        // When
        approached("2", "heath", "in-person", ago(ofMinutes(30)));

        // Then
        pages(2);
        assertThat(incidents()).containsExactly("4 approach 1 posts, 1 authors, forum");
    }

    @Test
    void anAttemptThatIsToldOfAfterLaterOnesWereSeenToIsNewsAndHoldsNobodyUp() {
        // Given
        approached("2", "heath", "friend-request", ago(ofHours(2)));
        approached("3", "heath", "direct-message", ago(ofHours(1)));
        pages(1);
        now(resolve.resolve(incidentId(), "Lea", null, "Done"));
        forward(ofHours(2));

        // When
        approached("1", "heath", "friend-request", ago(ofDays(3)));

        // Then
        pages(2);
        lookedAt();
        assertThat(column("select state from incident where staff_id = ?", staffId))
                .containsExactlyInAnyOrder("resolved", "open");

        // When: it goes on
        approached("4", "heath", "direct-message", clock.instant());
        lookedAt();

        // Then
        assertThat(column("select state from incident where staff_id = ?", staffId)).hasSize(2);
    }

    @Test
    void anAttemptThatIsTooOldToCountIsNoNews() {
        // Given
        approached("2", "heath", "friend-request", ago(ofHours(2)));
        approached("3", "heath", "direct-message", ago(ofHours(1)));
        pages(1);
        now(resolve.resolve(incidentId(), "Lea", null, "Done"));
        forward(ofHours(2));

        // When
        approached("1", "heath", "friend-request", ago(ofDays(45)));
        lookedAt();

        // Then
        assertThat(column("select state from incident where staff_id = ?", staffId))
                .containsExactly("resolved");
    }

    @Test
    void anAttemptThatNoSourceToldOfHoldsNoBanUp() {
        // Given
        approached("1", "@heath", "call", null, ago(ofMinutes(5)));
        attacked();

        // When
        moderated("heath", "ban", staffId, ago(ofHours(5)));

        // Then
        isRevenge();
    }

    @Test
    void whatWasResolvedLongAgoStaysAsItWasJudged() {
        // Given
        attacked();
        now(resolve.resolve(incidentId(), "Lea", null, "Done"));
        forward(ofHours(2));

        // When
        moderated("heath", "ban", staffId, ago(ofHours(5)));
        lookedAt();

        // Then
        assertThat(column("select state from incident where staff_id = ?", staffId))
                .containsExactly("resolved");

        // When: it holds up nobody else
        comeNearer("2");

        // Then
        eventually(
                () -> assertThat(incidents()).contains("1 retaliation 1 posts, 1 authors, forum"));
    }
}
