package org.upstander.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.alert.domain.WhatIf.Attack;

class WhatIfTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration WINDOW = Duration.ofHours(24);

    @Test
    void anAttackOfTheSameAuthorOrInTheSameThreadIsNoIncidentOfItsOwn() {
        assertThat(
                        openings(
                                attack("cm-1", "heath", "t1", 0),
                                attack("cm-1", "heath", "t2", 1),
                                attack("cm-1", "kim", "t2", 2),
                                attack("cm-1", "kim", null, 3)))
                .containsExactly(NOON);
    }

    @Test
    void anotherPersonAnotherPlaceAndAStrangerElsewhereAreOthers() {
        assertThat(
                        openings(
                                attack("cm-1", "heath", "t1", 0),
                                attack("cm-2", "heath", "t1", 1),
                                attack("cm-1", "kim", "t2", 2),
                                new Attack("cm-1", "chat", "heath", null, "t1", hour(3))))
                .containsExactly(NOON, hour(1), hour(2), hour(3));
    }

    @Test
    void afterTheWindowANewOneOpensAndTakesTheGroupOver() {
        assertThat(
                        openings(
                                attack("cm-1", "heath", "t1", 0),
                                attack("cm-1", "heath", "t1", 24),
                                attack("cm-1", "heath", "t1", 49),
                                attack("cm-1", "kim", "t1", 50)))
                .containsExactly(NOON, hour(49));
    }

    @Test
    void anAuthorWithIdAndHandleIsFoundByEither() {
        assertThat(
                        openings(
                                new Attack("cm-1", "forum", "8", "Heath", null, NOON),
                                new Attack("cm-1", "forum", null, "heath", null, hour(1)),
                                new Attack("cm-1", "forum", "8", null, null, hour(2)),
                                new Attack("cm-1", "forum", null, null, null, hour(3)),
                                new Attack("cm-1", "forum", null, null, null, hour(4))))
                .containsExactly(NOON, hour(3), hour(4));
    }

    private static List<Instant> openings(Attack... attacks) {
        return WhatIf.openings(List.of(attacks), WINDOW);
    }

    private static Attack attack(String staff, String author, String thread, int hours) {
        return new Attack(staff, "forum", author, null, thread, hour(hours));
    }

    private static Instant hour(int hours) {
        return NOON.plus(Duration.ofHours(hours));
    }
}
