package org.upstander.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.upstander.alert.domain.Grouping.Change;
import org.upstander.alert.domain.Grouping.Known;

class GroupingTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration WINDOW = Duration.ofHours(24);

    private static Assessment attack(String id, Author author, String thread, Instant at) {
        return new Assessment(
                id,
                "cm-07",
                new Assessment.Post(
                        "post-" + id,
                        "r",
                        "forum",
                        id,
                        author,
                        thread,
                        null,
                        null,
                        at,
                        "text",
                        null),
                Verdict.ATTACK,
                2,
                0.9,
                List.of("insult"),
                "name",
                List.of(),
                false,
                null,
                "m",
                NOON,
                null);
    }

    private static Author author(String id) {
        return new Author(id, null, null);
    }

    private static Known knowing(List<Change> changes) {
        Map<GroupKey, String> owners = new HashMap<>();
        changes.forEach(
                change ->
                        change.groups()
                                .keySet()
                                .forEach(group -> owners.put(group, change.incident().id())));
        return new Known(changes.stream().map(Change::incident).toList(), owners, Set.of());
    }

    @Test
    void theAuthorDecidesBeforeTheThread() {
        // Given
        List<Change> before =
                Grouping.group(
                        Known.NOTHING,
                        List.of(
                                attack("1", author("heath"), "t1", NOON),
                                attack("2", author("other"), "t2", NOON)),
                        NOON,
                        WINDOW);

        // When
        List<Change> after =
                Grouping.group(
                        knowing(before),
                        List.of(attack("3", author("heath"), "t2", NOON)),
                        NOON,
                        WINDOW);

        // Then
        assertThat(after).hasSize(1);
        assertThat(after.get(0).opened()).isFalse();
        assertThat(after.get(0).incident().id()).isEqualTo(before.get(0).incident().id());
        assertThat(after.get(0).groups()).isEmpty();
    }

    @Test
    void anAuthorIsKnownByHandleWhereTheSourceLeavesTheIdOut() {
        // Given
        List<Change> before =
                Grouping.group(
                        Known.NOTHING,
                        List.of(attack("1", new Author("8", "Heath", null), "t1", NOON)),
                        NOON,
                        WINDOW);

        // When
        List<Change> after =
                Grouping.group(
                        knowing(before),
                        List.of(attack("2", new Author(null, "heath", null), "t2", NOON)),
                        NOON,
                        WINDOW);

        // Then
        assertThat(after.get(0).opened()).isFalse();
    }

    @Test
    void afterTheWindowTheGroupMovesToTheNewIncident() {
        // Given
        List<Change> before =
                Grouping.group(
                        Known.NOTHING,
                        List.of(attack("1", author("heath"), "t1", NOON)),
                        NOON,
                        WINDOW);
        Instant later = NOON.plus(WINDOW).plusSeconds(1);

        // When
        List<Change> after =
                Grouping.group(
                        knowing(before),
                        List.of(attack("2", author("heath"), null, later)),
                        later,
                        WINDOW);

        // Then
        assertThat(after.get(0).opened()).isTrue();
        assertThat(after.get(0).groups().values())
                .containsExactly(Optional.of(before.get(0).incident().id()));
    }

    @Test
    void atTheEndOfTheWindowTheIncidentIsExtended() {
        // Given
        List<Change> before =
                Grouping.group(
                        Known.NOTHING,
                        List.of(attack("1", author("heath"), "t1", NOON)),
                        NOON,
                        WINDOW);
        Instant later = NOON.plus(WINDOW);

        // When
        List<Change> after =
                Grouping.group(
                        knowing(before),
                        List.of(attack("2", author("heath"), null, later)),
                        later,
                        WINDOW);

        // Then
        assertThat(after.get(0).opened()).isFalse();
        assertThat(after.get(0).incident().lastActivityAt()).isEqualTo(later);
    }

    @Test
    void impossibleDatesCountAsNow() {
        for (Instant posted :
                List.of(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"), NOON.minus(WINDOW))) {
            Change change =
                    Grouping.group(
                                    Known.NOTHING,
                                    List.of(attack("1", author("heath"), "t1", posted)),
                                    NOON,
                                    WINDOW)
                            .get(0);
            assertThat(change.incident().lastActivityAt()).isEqualTo(NOON);
        }
    }

    @Test
    void idsThatSourcesChooseNeverMeetByAccident() {
        Assessment one = attack("1", new Author("a/thread", null, null), "x", NOON);
        Assessment other = attack("2", new Author("a", "thread", null), "thread/x", NOON);

        assertThat(GroupKey.of(one)).doesNotContainAnyElementsOf(GroupKey.of(other));
    }
}
