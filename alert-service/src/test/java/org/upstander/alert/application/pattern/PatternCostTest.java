package org.upstander.alert.application.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PatternCostTest {

    private final HandMovedClock clock = new HandMovedClock();
    private final PatternCost cost = new PatternCost(clock);

    @Test
    void itIsTheSumOfItsStepsAndNotOfWhatLiesBetween() {
        // When
        String last =
                cost.of(() -> taking(3, "weighed"))
                        .chain(() -> taking(500, "something else"))
                        .chain(() -> cost.of(() -> taking(4, "noted")))
                        .await()
                        .indefinitely();

        // Then
        assertThat(last).isEqualTo("noted");
        assertThat(cost.heldUp()).isEqualTo(Duration.ofMillis(7));
        assertThat(cost.worked()).isEqualTo(Duration.ofMillis(7));
    }

    @Test
    void itCountsFromWhenAStepBeginsAndNotFromWhenItIsPlanned() {
        // Given
        Uni<String> planned = cost.of(() -> taking(3, "weighed"));
        clock.forward(500);

        // When
        planned.await().indefinitely();

        // Then
        assertThat(cost.heldUp()).isEqualTo(Duration.ofMillis(3));
    }

    @Test
    void besideSomethingElseItIsHowLongTheThreadIsBusy() {
        // When
        String both =
                cost.beside(
                                taking(3, "known"),
                                () -> taking(4, "weighed"),
                                (one, two) -> one + " and " + two)
                        .await()
                        .indefinitely();

        // Then
        assertThat(both).isEqualTo("known and weighed");
        assertThat(cost.heldUp()).isEqualTo(Duration.ofMillis(4));
    }

    @Test
    void besideSomethingElseItIsAlsoWhatIsWaitedForItLonger() {
        // Given
        CompletableFuture<String> other = new CompletableFuture<>();
        CompletableFuture<String> step = new CompletableFuture<>();
        CompletableFuture<String> both =
                cost.beside(
                                Uni.createFrom().completionStage(other),
                                () -> answering(step),
                                (one, two) -> one + " and " + two)
                        .subscribeAsCompletionStage();

        // When
        clock.forward(5);
        other.complete("known");
        clock.forward(2);
        step.complete("weighed");

        // Then
        assertThat(both).isCompletedWithValue("known and weighed");
        assertThat(cost.heldUp()).isEqualTo(Duration.ofMillis(3));
        assertThat(cost.worked()).isEqualTo(Duration.ofMillis(8));
    }

    @Test
    void besideSomethingThatTakesLongerNothingIsWaited() {
        // Given
        CompletableFuture<String> step = new CompletableFuture<>();
        CompletableFuture<String> other = new CompletableFuture<>();
        CompletableFuture<String> both =
                cost.beside(
                                Uni.createFrom().completionStage(other),
                                () -> answering(step),
                                (one, two) -> one + " and " + two)
                        .subscribeAsCompletionStage();

        // When
        clock.forward(3);
        step.complete("weighed");
        clock.forward(2);
        other.complete("known");

        // Then
        assertThat(both).isCompletedWithValue("known and weighed");
        assertThat(cost.heldUp()).isEqualTo(Duration.ofMillis(1));
        assertThat(cost.worked()).isEqualTo(Duration.ofMillis(4));
    }

    /** Asking takes 1. */
    private Uni<String> answering(CompletableFuture<String> step) {
        return taking(1, "asked").chain(() -> Uni.createFrom().completionStage(step));
    }

    private Uni<String> taking(long millis, String result) {
        return Uni.createFrom().item(result).invoke(() -> clock.forward(millis));
    }

    private static final class HandMovedClock extends Clock {

        private Instant now = Instant.parse("2026-11-23T12:00:00Z");

        void forward(long millis) {
            now = now.plusMillis(millis);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
