package org.upstander.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StormTest {

    @ParameterizedTest
    @CsvSource({"59, 0", "60, 1", "179, 1", "180, 2", "420, 3"})
    void digestsComeAtAGrowingInterval(int seconds, long digests) {
        assertThat(Storm.digestsWithin(Duration.ofSeconds(seconds).toNanos())).isEqualTo(digests);
    }
}
