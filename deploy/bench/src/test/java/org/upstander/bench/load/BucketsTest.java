package org.upstander.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class BucketsTest {

    private static final String EXPOSITION =
            """
            # HELP upstander_alert_patterns_seconds how long patterns held up the recording of an assessment
            # TYPE upstander_alert_patterns_seconds histogram
            upstander_alert_patterns_seconds_bucket{le="1.0E-4"} %d
            upstander_alert_patterns_seconds_bucket{le="0.002"} %d
            upstander_alert_patterns_seconds_bucket{le="0.004"} %d
            upstander_alert_patterns_seconds_bucket{le="+Inf"} %d
            upstander_alert_patterns_seconds_count %4$d
            upstander_alert_reached_seconds_bucket{le="0.002"} 7
            upstander_alert_reached_seconds_bucket{le="+Inf"} 7
            """;

    @Test
    void whatCameSinceIsTheDifference() {
        Buckets since = buckets(10, 60, 100, 100).since(buckets(10, 10, 20, 20));

        assertThat(since.count()).isEqualTo(80);
        assertThat(since.atMost()).containsEntry(0.0001, 0L).containsEntry(0.002, 50L);
    }

    @Test
    void percentileIsSpreadEvenlyOverItsBucket() {
        Buckets buckets = buckets(0, 50, 100, 100);

        assertThat(buckets.percentileMillis(0.25)).isEqualTo((0.1 + 2) / 2);
        assertThat(buckets.percentileMillis(0.5)).isEqualTo(2);
        assertThat(buckets.percentileMillis(0.75)).isEqualTo(3);
        assertThat(buckets.percentileMillis(1)).isEqualTo(4);
    }

    @Test
    void beyondTheLastBoundItIsThatBound() {
        assertThat(buckets(0, 50, 98, 100).percentileMillis(0.99)).isEqualTo(4);
    }

    @Test
    void nothingHasNoPercentile() {
        Buckets nothing = buckets(0, 0, 0, 0);

        assertThat(nothing.percentileMillis(0.5)).isNaN();
        assertThatIllegalArgumentException().isThrownBy(() -> nothing.percentileMillis(0));
    }

    @Test
    void aHistogramThatIsNotThereIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Buckets.of(EXPOSITION, "upstander_alert_other_seconds"))
                .withMessageContaining("upstander_alert_other_seconds");
    }

    private static Buckets buckets(int... atMost) {
        return Buckets.of(
                EXPOSITION.formatted(atMost[0], atMost[1], atMost[2], atMost[3]),
                "upstander_alert_patterns_seconds");
    }
}
