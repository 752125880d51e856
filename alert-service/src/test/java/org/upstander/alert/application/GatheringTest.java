package org.upstander.alert.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GatheringTest {

    private static final int MOST = 3;

    private final List<List<Integer>> batches = new ArrayList<>();
    private final Deque<UniEmitter<? super Void>> writes = new ArrayDeque<>();
    private final Gathering<Integer> gathering = new Gathering<>(MOST, this::write);

    private Uni<Void> write(List<Integer> batch) {
        batches.add(batch);
        return Uni.createFrom().<Void>emitter(writes::addLast);
    }

    private List<CompletableFuture<Void>> add(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(item -> gathering.add(item).subscribeAsCompletionStage())
                .toList();
    }

    @Test
    void theFirstIsWrittenAtOnceAndTheRestTogether() {
        // Given one write under way
        List<CompletableFuture<Void>> items = add(1, 4);
        assertThat(batches).containsExactly(List.of(1));

        // When it ends
        writes.remove().complete(null);

        // Then whatever came meanwhile is the next batch
        assertThat(batches).containsExactly(List.of(1), List.of(2, 3, 4));
        assertThat(items.get(0)).isCompleted();
        assertThat(items.get(3)).isNotDone();
    }

    @Test
    void aBatchHasItsLimitAndNothingIsLeftBehind() {
        List<CompletableFuture<Void>> items = add(1, 8);

        while (!writes.isEmpty()) {
            writes.remove().complete(null);
        }

        assertThat(batches)
                .containsExactly(List.of(1), List.of(2, 3, 4), List.of(5, 6, 7), List.of(8));
        assertThat(items).allSatisfy(item -> assertThat(item).isCompleted());
    }

    @Test
    void aFailureIsThatOfItsBatchOnly() {
        // Given a batch of three behind the first item
        List<CompletableFuture<Void>> items = new ArrayList<>(add(1, 4));
        writes.remove().complete(null);
        items.addAll(add(5, 5));

        // When it fails
        writes.remove().fail(new IllegalStateException("no"));
        writes.remove().complete(null);

        // Then its items fail, and those after it are written
        assertThat(items.get(2))
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(IllegalStateException.class);
        assertThat(items.get(4)).isCompleted();
    }

    @Test
    void afterAPauseTheNextIsWrittenAtOnceAgain() {
        add(1, 1);
        writes.remove().complete(null);

        add(2, 2);

        assertThat(batches).containsExactly(List.of(1), List.of(2));
    }
}
