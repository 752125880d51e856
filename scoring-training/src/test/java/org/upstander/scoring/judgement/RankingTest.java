package org.upstander.scoring.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankingTest {

    @Test
    void shouldCountHowOftenAnAttackComesBeforeSomethingElse() {
        // Given: of the four pairs three are in order
        Ranking ranking = new Ranking();
        ranking.add(0.9, true);
        ranking.add(0.5, false);
        ranking.add(0.4, true);
        ranking.add(0.1, false);

        // Then
        assertThat(ranking.auc()).isCloseTo(0.75, within(1e-9));
        assertThat(ranking.averagePrecision()).isCloseTo((1 + 2 / 3.0) / 2, within(1e-9));
    }

    @Test
    void shouldCountTiesHalf() {
        Ranking ranking = new Ranking();
        ranking.add(0.5, true);
        ranking.add(0.5, false);

        assertThat(ranking.auc()).isCloseTo(0.5, within(1e-9));
    }
}
