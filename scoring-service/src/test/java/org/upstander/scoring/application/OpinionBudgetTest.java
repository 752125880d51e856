package org.upstander.scoring.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class OpinionBudgetTest {
    private final MovableClock clock = new MovableClock();

    @Test
    void shouldAllowSoManyQuestionsInEachMinuteOfTheClock() {
        // Given
        OpinionBudget budget = new OpinionBudget(2, clock);
        // When, Then
        assertThat(budget.take()).isNotNegative();
        assertThat(budget.take()).isNotNegative();
        assertThat(budget.take()).isEqualTo(-1);
        clock.forward(59_999);
        assertThat(budget.take()).isEqualTo(-1);
        clock.forward(1);
        assertThat(budget.take()).isNotNegative();
    }

    @Test
    void shouldStopAskingWhenAMinuteWasWaitedAwayToAQuarter() {
        // Given
        OpinionBudget budget = new OpinionBudget(1_000, clock);
        // When
        int asked = 0;
        for (long taken = budget.take(); taken >= 0; taken = budget.take()) {
            clock.forward(2_000);
            budget.waitedSince(taken);
            asked++;
        }
        // Then
        assertThat(asked).isEqualTo(8);
        clock.forward(60_000);
        assertThat(budget.take()).isNotNegative();
    }

    @Test
    void shouldStandAClockThatIsSetBack() {
        // Given
        OpinionBudget budget = new OpinionBudget(1_000, clock);
        long taken = budget.take();
        // When
        clock.forward(-3_600_000);
        budget.waitedSince(taken);
        // Then
        assertThat(budget.take()).isNotNegative();
    }

    private static final class MovableClock extends Clock {
        private long millis = Instant.parse("2026-11-23T12:00:00Z").toEpochMilli();

        void forward(long by) {
            millis += by;
        }

        @Override
        public long millis() {
            return millis;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
