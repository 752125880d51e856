package org.upstander.bench.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SwapPauseTest {

    private long now;

    @Test
    void longestGapIsFromOnePostToTheNext() {
        // Given
        long[] took = {5, 7, 90, 3};
        int[] next = new int[1];

        // When
        long longest =
                SwapPause.longestGap(() -> next[0] < 3, () -> now += took[next[0]++], () -> now);

        // Then
        assertThat(longest).isEqualTo(90);
        assertThat(next[0]).isEqualTo(4);
    }

    @Test
    void aPostIsScoredBehindTheSwapAndItsGapCounts() {
        assertThat(SwapPause.longestGap(() -> false, () -> now += 40, () -> now)).isEqualTo(40);
    }

    @Test
    void bothWindowsAreWatchedWhileTheSwapTakes() throws InterruptedException {
        int[] scored = new int[1];

        SwapPause pause = SwapPause.watch(() -> sleep(30), () -> scored[0]++);

        assertThat(pause.windowNanos()).isGreaterThanOrEqualTo(30_000_000);
        assertThat(pause.swapNanos()).isBetween(1L, pause.windowNanos());
        assertThat(pause.calmNanos()).isPositive();
        assertThat(scored[0]).isGreaterThan(2);
        assertThat(SwapPause.of(pause.toLine())).isEqualTo(pause);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
