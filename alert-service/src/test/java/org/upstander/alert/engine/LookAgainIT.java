package org.upstander.alert.engine;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.infrastructure.InfrastructureResource;

/** What a single look would come too early for, on real Kafka and PostgreSQL. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class LookAgainIT extends LookAgainTestBase {

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

    @ParameterizedTest
    @ValueSource(strings = {"PT5S", "PT8M"})
    void aBanAndAnAttackThatAreRecordedAtTheSameTimeSeeEachOther(Duration later)
            throws SQLException {
        // When
        recording(
                () -> say(Said.attack("1", "heath", clock.instant())),
                () -> moderated("heath", "ban", staffId, ago(ofHours(5))));

        // Then: neither knew of the other
        pages(1);
        assertThat(incidents()).containsExactly("1  1 posts, 1 authors, forum");

        // When
        forward(later);

        // Then
        isRevenge();
        forward(ofMinutes(3));
        nobodyWaits();
    }

    @Test
    void aHistoryThatIsCutOffRaisesNoAlarm() {
        // Given: more than are read, on a level that is none to be borne
        for (int at = 0; at < 210; at++) {
            say(Said.neutral("" + at, "heath", ago(ofMinutes(2_000 - at)), 0.5));
        }
        comeNearer("last");

        // When
        forward(ofMinutes(10));
        lookedAt();

        // Then
        assertThat(incidents()).noneMatch(one -> one.contains("brewing"));
    }
}
