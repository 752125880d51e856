package org.upstander.alert.engine;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.alert.application.Resolve;
import org.upstander.infrastructure.InfrastructureResource;

/** What a single look would come too early for, on real Kafka and PostgreSQL. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class LookAgainIT extends PatternTestBase {

    @Inject Resolve resolve;

    @Test
    void aRiseWithinMinutesCallsThoughNobodySaysMore() {
        // Given: all within the lateness of the first
        for (int at = 0; at < 3; at++) {
            comeNearer("" + at);
            forward(ofMinutes(3));
        }

        // When: the first is old enough to be looked at, the last is not yet
        forward(ofMinutes(1));
        lookedAt();

        // Then
        assertThat(incidents()).isEmpty();

        // When
        forward(ofMinutes(6));

        // Then
        pages(1);
        assertThat(incidents()).containsExactly("2 brewing 3 posts, 1 authors, forum");
        forward(ofMinutes(10));
        nobodyWaits();
    }

    @Test
    void aSignalTakesNoLookFromARise() {
        // Given
        for (int at = 0; at < 3; at++) {
            comeNearer("" + at);
        }

        // When
        approached("1", "heath", "friend-request", clock.instant());
        lookedAt();

        // Then
        assertThat(incidents()).isEmpty();

        // When
        forward(ofMinutes(10));

        // Then
        eventually(
                () ->
                        assertThat(incidents())
                                .containsExactly("2 brewing 3 posts, 1 authors, forum"));
    }

    @Test
    void aBanAndAnAttackThatAreRecordedAtTheSameTimeSeeEachOther() throws SQLException {
        // Given: an attack that is being recorded
        try (Connection holding = connection();
                Statement statement = holding.createStatement()) {
            holding.setAutoCommit(false);
            statement.execute("lock table assessment in exclusive mode");
            say(Said.attack("1", "heath", clock.instant()));
            eventually(
                    () ->
                            assertThat(
                                            column(
                                                    "select pid from pg_locks where not granted and relation = 'assessment'::regclass"))
                                    .isNotEmpty());

            // When
            moderated("heath", "ban", staffId, ago(ofHours(5)));
            holding.rollback();
        }

        // Then: neither knew of the other
        pages(1);
        assertThat(incidents()).containsExactly("1  1 posts, 1 authors, forum");

        // When
        forward(ofSeconds(5));

        // Then
        pages(2);
        assertThat(incidents()).containsExactly("2 retaliation 1 posts, 1 authors, forum");
        forward(ofMinutes(3));
        nobodyWaits();
    }

    @Test
    void aBanThatIsToldOfLateByTheHandleAloneIsSeenAllTheSame() {
        // Given
        say(Said.attack("1", "heath", clock.instant()));
        pages(1);

        // When
        moderated("@HEATH", "ban", staffId, ago(ofHours(5)));

        // Then
        pages(2);
        assertThat(incidents()).containsExactly("2 retaliation 1 posts, 1 authors, forum");
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

    @Test
    void anAttemptThatWasToldOfWithAnAttackIsNoNewsAfterwards() {
        // Given
        approached("1", "heath", "friend-request", ago(ofHours(1)));
        say(Said.attack("1", "heath", clock.instant()));
        pages(1);
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
        say(Said.attack("1", "heath", clock.instant()));
        pages(1);

        // When
        approached("2", "heath", "in-person", ago(ofMinutes(30)));

        // Then
        pages(2);
        assertThat(incidents()).containsExactly("4 approach 1 posts, 1 authors, forum");
    }

    @Test
    void anAttemptThatNoSourceToldOfHoldsNoBanUp() {
        // Given
        approached("1", "@heath", "call", null, ago(ofMinutes(5)));
        say(Said.attack("1", "heath", clock.instant()));
        pages(1);

        // When
        moderated("heath", "ban", staffId, ago(ofHours(5)));

        // Then
        pages(2);
        assertThat(incidents()).containsExactly("2 retaliation 1 posts, 1 authors, forum");
    }

    @Test
    void whatWasResolvedLongAgoStaysAsItWasJudged() {
        // Given
        say(Said.attack("1", "heath", clock.instant()));
        pages(1);
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

    /** A post that is nearly an attack, and is recorded. */
    private void comeNearer(String id) {
        Said post = Said.neutral(id, "heath", clock.instant(), 0.5);
        say(post);
        eventually(
                () ->
                        assertThat(
                                        column(
                                                "select id from assessment where id = ?",
                                                event(post).assessmentId()))
                                .hasSize(1));
    }

    /** All that is due by now is done. */
    private void lookedAt() {
        eventually(
                () ->
                        assertThat(
                                        column(
                                                "select author_key from pattern_watch where due_at <= cast(? as timestamptz)",
                                                clock.instant().toString()))
                                .isEmpty());
    }

    private void nobodyWaits() {
        eventually(
                () ->
                        assertThat(
                                        column(
                                                "select author_key from pattern_watch where staff_id in (?, '')",
                                                staffId))
                                .isEmpty());
    }
}
