package org.upstander.ingest.application.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.upstander.ingest.application.LogUnavailable;

/** That Kafka is asked what it has where nobody else knows, and only there. */
class DoubtfulPostsTest extends RunBackfillsBase {

    @Test
    void whoIsTheFirstToWorkOnItAsksNotWhatIsStored() {
        sendAndStore(2);
        assertThat(looks).isZero();
        assertThat(doubtful).isZero();
    }

    @Test
    void whoGoesOnLeavesOutWhatIsStoredForAsFarAsTheOtherMayHaveCome() {
        // Given
        worked = true;
        claim();

        // When
        sendAndStore(PARTS);
        steps(1);
        answers.get(0).complete(true);
        steps(1);

        // Then
        assertThat(looks).isEqualTo(1);
        assertThat(doubtful).isEqualTo(PARTS);
        assertThat(sent).hasSize(PARTS + 1);
    }

    @Test
    void whoCannotAskWhatIsStoredSendsNothing() {
        // Given
        worked = true;
        claim();
        away = new LogUnavailable("away");

        // When, Then
        assertThatThrownBy(() -> backfills.next(run)).isSameAs(away);
        assertThat(sent).isEmpty();

        // When
        away = null;
        sendAndStore(1);

        // Then
        assertThat(doubtful).isEqualTo(1);
    }

    @Test
    void whatFailedIsAskedForBeforeItComesAgain() {
        // Given
        steps(2);
        sent.get(0).completeExceptionally(new LogUnavailable("away"));
        sent.get(1).completeExceptionally(new LogUnavailable("away"));
        assertThat(step()).isCompletedExceptionally();

        // When: it is still away
        away = new LogUnavailable("away");
        assertThatThrownBy(() -> backfills.next(run)).isSameAs(away);
        away = null;
        steps(1);

        // Then: one alone, until it is stored
        assertThat(sent).hasSize(3);
        assertThat(step()).isNotDone();
        store(2);
        steps(1);
        assertThat(looks).isEqualTo(1);
        assertThat(doubtful).isEqualTo(2);
    }
}
