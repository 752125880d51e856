package org.upstander.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void percentileIsTheNearestRank() {
        Latencies latencies = new Latencies();
        for (int millis = 100; millis >= 1; millis--) {
            latencies.add(millis * 1_000_000L);
        }

        assertThat(latencies.percentileMillis(0.5)).isEqualTo(50);
        assertThat(latencies.percentileMillis(0.99)).isEqualTo(99);
        assertThat(latencies.percentileMillis(1)).isEqualTo(100);
        assertThat(latencies.percentileMillis(0.001)).isEqualTo(1);
    }

    @Test
    void everyLatencyIsKept() {
        Latencies latencies = new Latencies();
        for (int i = 0; i < 100_000; i++) {
            latencies.add(1_000_000);
        }

        assertThat(latencies.size()).isEqualTo(100_000);
        assertThat(latencies.percentileMillis(1)).isEqualTo(1);
    }

    @Test
    void nothingHasNoPercentile() {
        assertThat(new Latencies().percentileMillis(0.5)).isNaN();
        assertThatIllegalArgumentException().isThrownBy(() -> new Latencies().percentileMillis(0));
    }
}
