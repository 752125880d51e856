package org.upstander.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.monitoring.PromQl.LabelMatcher;
import org.upstander.monitoring.PromQl.Selector;

class PromQlTest {

    @Test
    void findsMetricsAndNothingElse() {
        List<Selector> found =
                PromQl.selectors(
                        """
                        clamp_max(sum by (job, le) (rate(a_bucket{le="30.0", job!~"x|y"}[5m])) / b_total, 1e3)
                        and on () (record:of:ours offset 15m) > 14.4 * 0.05 or absent(up)
                        """);

        assertThat(found)
                .containsExactly(
                        new Selector(
                                "a_bucket",
                                List.of(
                                        new LabelMatcher("le", false, "30.0"),
                                        new LabelMatcher("job", true, "x|y"))),
                        new Selector("b_total", List.of()),
                        new Selector("record:of:ours", List.of()),
                        new Selector("up", List.of()));
    }

    @Test
    void aPatternIsWordsOnlyWhereItListsThem() {
        assertThat(new LabelMatcher("reason", true, "no-method|is_target").words())
                .containsExactly("no-method", "is_target");
        assertThat(new LabelMatcher("topic", true, "upstander[.].+").words()).isEmpty();
        assertThat(new LabelMatcher("le", false, "30.0").words()).containsExactly("30.0");
    }
}
