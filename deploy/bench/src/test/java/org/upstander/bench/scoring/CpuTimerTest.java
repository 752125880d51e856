package org.upstander.bench.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CpuTimerTest {

    private static final long CLOCK = 300;

    private long cpu;
    private long wall;

    /** Each reading of the clock of CPU time costs some itself. */
    private final CpuTimer timer =
            new CpuTimer(
                    () -> {
                        cpu += CLOCK;
                        return cpu;
                    },
                    () -> wall);

    @Test
    void theClocksOwnCostIsNotThePosts() {
        // When
        CpuCost cost = timer.time(Duration.ofMillis(1), 10, number -> work(2_000));

        // Then
        assertThat(cost.meanMicros()).isCloseTo(2, within(1e-9));
        assertThat(cost.p50Micros()).isCloseTo(2, within(1e-9));
        assertThat(cost.p99Micros()).isCloseTo(2, within(1e-9));
    }

    @Test
    void oneInTwentyThatIsSlowShowsInThe99thPercentileAndNotInTheMedian() {
        CpuCost cost =
                timer.time(
                        Duration.ofMillis(5),
                        100,
                        number -> work(number % 20 == 0 ? 50_000 : 1_000));

        assertThat(cost.p50Micros()).isCloseTo(1, within(1e-9));
        assertThat(cost.p99Micros()).isCloseTo(50, within(1e-9));
        assertThat(cost.meanMicros()).isCloseTo(3.45, within(1e-9));
    }

    @Test
    void asManyAreTimedOneByOneAsInBatchesAndTheShareIsOfAll() {
        int[] worked = new int[1];

        CpuCost cost =
                timer.time(
                        Duration.ofMillis(1),
                        10,
                        number -> {
                            worked[0]++;
                            work(10_000);
                            return number % 4 == 0;
                        });

        assertThat(cost.posts()).isEqualTo(50);
        assertThat(worked[0]).isEqualTo(100);
        assertThat(cost.assessed()).isEqualTo(0.25);
    }

    @Test
    void aSliceShorterThanABatchIsWorkedOnce() {
        assertThat(timer.time(Duration.ZERO, 3, number -> work(1)).posts()).isEqualTo(3);
    }

    @Test
    void costIsReadAsItIsWritten() {
        CpuCost cost = new CpuCost(12, 0.25, 1.5, 1.25, 9_000.5);

        assertThat(CpuCost.of(cost.toLine())).isEqualTo(cost);
    }

    private boolean work(long nanos) {
        cpu += nanos;
        wall += nanos;
        return false;
    }
}
