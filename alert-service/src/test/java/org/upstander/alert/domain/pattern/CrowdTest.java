package org.upstander.alert.domain.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.domain.pattern.PostBuilder.post;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Accounts of one person are one author of a crowd. */
class CrowdTest {

    private static final Map<String, String> TWO_OF_ROWAN =
            Map.of("au-1", "rowan", "au-2", "rowan");

    private static Crowd crowd(Set<String> newcomers) {
        return new Crowd(
                "cm-07",
                Stream.of(1, 2, 3).map(i -> post(i).by("au-" + i).attack(2).seen()).toList(),
                newcomers,
                Set.of("au-2"),
                List.of(new Crowd.Alike("a00001", "au-1", "forum", "text:0:a")));
    }

    @Test
    void theirAttacksAndTextsAreOfOnePerson() {
        Crowd together = crowd(Set.of()).ofPersons(TWO_OF_ROWAN);

        assertThat(together.attacks())
                .extracting(Sighting::author)
                .containsExactly("rowan", "rowan", "au-3");
        assertThat(together.sharing()).containsExactly("rowan");
        assertThat(together.alike())
                .containsExactly(new Crowd.Alike("a00001", "rowan", "forum", "text:0:a"));
    }

    @Test
    void aPersonIsNewWhereAllTheirAccountsAre() {
        assertThat(crowd(Set.of("au-1", "au-3")).ofPersons(TWO_OF_ROWAN).newcomers())
                .containsExactly("au-3");
        assertThat(crowd(Set.of("au-1", "au-2")).ofPersons(TWO_OF_ROWAN).newcomers())
                .containsExactly("rowan");
    }

    @Test
    void aPersonJoinedOnce() {
        Crowd.Joins joins =
                new Crowd.Joins(
                        Duration.ofDays(7),
                        Set.of("au-1", "au-2", "au-3"),
                        Map.of("au-1", "b", "au-2", "a", "au-3", "a"));

        assertThat(
                        new Crowd("cm-07", List.of(), false, Set.of(), joins, Set.of(), List.of())
                                .ofPersons(TWO_OF_ROWAN)
                                .joins())
                .isEqualTo(
                        new Crowd.Joins(
                                Duration.ofDays(7),
                                Set.of("rowan", "au-3"),
                                Map.of("rowan", "a", "au-3", "a")));
    }

    @Test
    void whereNobodyIsDeclaredNothingChanges() {
        assertThat(crowd(Set.of("au-1")).ofPersons(Map.of())).isEqualTo(crowd(Set.of("au-1")));
    }
}
