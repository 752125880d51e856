package org.upstander.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    private long now;
    private int windows;
    private final WarmUp warmUp = new WarmUp(() -> now);

    @Test
    void endsWhenThreeWindowsAreAlike() {
        // Given
        double[] speeds = {10, 50, 80, 95, 100, 98, 500};

        // When
        boolean steady = warmUp.run("test", () -> speeds[window(3)]);

        // Then
        assertThat(steady).isTrue();
        assertThat(windows).isEqualTo(6);
    }

    @Test
    void endsInTimeWhereNothingIsSteady() {
        boolean steady = warmUp.run("test", () -> 1 << window(3));

        assertThat(steady).isFalse();
        assertThat(windows).isEqualTo(14);
    }

    @Test
    void aWindowLongerThanTheTimeIsStillWorkedOnce() {
        assertThat(warmUp.run("test", () -> window(60))).isFalse();
        assertThat(windows).isEqualTo(1);
    }

    private int window(int seconds) {
        now += TimeUnit.SECONDS.toNanos(seconds);
        return windows++;
    }
}
