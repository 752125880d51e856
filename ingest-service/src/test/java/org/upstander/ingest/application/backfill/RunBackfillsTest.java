package org.upstander.ingest.application.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.upstander.ingest.domain.Backfill;

/** What goes on beside what, and that it stays within bounds. */
class RunBackfillsTest extends RunBackfillsBase {

    @Test
    void atMostSoManyAreOnTheirWay() {
        assertThat(steps(PARTS)).containsOnly(true);
        CompletableFuture<Boolean> oneMore = step();
        assertThat(sent).hasSize(PARTS);
        assertThat(oneMore).isNotDone();
        store(0);
        assertThat(oneMore).isCompletedWithValue(true);
    }

    @Test
    void whatIsStoredMakesNoRoomBeforeItIsKept() {
        // Given
        sendAndStore(PARTS);

        // When
        assertThat(step()).isNotDone();

        // Then: it was told when half of them were stored, and waits for the answer
        assertThat(told).extracting(Backfill::accepted).containsExactly((long) KEPT_EACH * PART);
        assertThat(sent).hasSize(PARTS);

        // When
        answers.get(0).complete(true);
        assertThat(steps(2)).containsOnly(true);

        // Then: there is room for what was kept
        store(PARTS);
        store(PARTS + 1);
        sendAndStore(KEPT_EACH - 2);
        assertThat(step()).isNotDone();
        assertThat(sent).hasSize(PARTS + KEPT_EACH);
        assertThat(told)
                .extracting(Backfill::accepted)
                .containsExactly((long) KEPT_EACH * PART, (long) PARTS * PART);
    }

    @Test
    void sendingGoesOnBesideTheDatabase() {
        // Given
        sendAndStore(KEPT_EACH);

        // When
        assertThat(steps(2)).containsOnly(true);

        // Then
        assertThat(told).hasSize(1);
        assertThat(answers.get(0)).isNotDone();
        assertThat(sent).hasSize(KEPT_EACH + 2);
    }

    @Test
    void whoLostItStops() {
        sendAndStore(KEPT_EACH);
        steps(1);
        answers.get(0).complete(false);
        assertThat(step()).isCompletedWithValue(false);
    }

    @Test
    void theEndIsToldWhenAllElseIsKept() {
        // Given
        left = KEPT_EACH;
        sendAndStore(KEPT_EACH);

        // When
        CompletableFuture<Boolean> atTheEnd = step();

        // Then
        assertThat(atTheEnd).isNotDone();
        answers.get(0).complete(true);
        CompletableFuture<Boolean> over = step();
        assertThat(told)
                .extracting(Backfill::state)
                .containsExactly(Backfill.State.RUNNING, Backfill.State.DONE);
        answers.get(1).complete(true);
        assertThat(over).isCompletedWithValue(false);
    }
}
