package org.upstander.alert.application.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.application.Attacks.by;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.Author;
import org.upstander.alert.domain.Verdict;
import org.upstander.alert.domain.pattern.Encounter;
import org.upstander.alert.domain.pattern.Person;
import org.upstander.alert.domain.pattern.WorkingHours;

/** What of a batch is one author's. */
class EncountersTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    @Test
    void postsOfOneAccountAreSeenTogetherHoweverItIsTold() {
        // Given
        List<Assessment> batch =
                List.of(
                        by(new Author("8", null, null), "1", Verdict.NEUTRAL, 0, NOW),
                        by(new Author("8", "Heath", null), "2", Verdict.NEUTRAL, 0, NOW));
        Encounters.Before before =
                new Encounters.Before(
                        Map.of(
                                "cm-07",
                                new Person("cm-07", WorkingHours.of(null, ZoneOffset.UTC), 0.6)),
                        Map.of(),
                        Map.of());

        // When
        Map<String, Encounter> encounters = before.and(batch, NOW);

        // Then
        assertThat(encounters.values())
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.sightings()).hasSize(2));
    }
}
