package org.upstander.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.upstander.bench.scoring.Compiled;
import org.upstander.bench.scoring.CpuCost;
import org.upstander.bench.scoring.SwapPause;

class ScoringFiguresTest {

    private final Map<String, Figure> figures =
            ScoringFigures.of(compiled(), List.of(round(2, 5), round(3, 6), round(4, 16))).stream()
                    .collect(Collectors.toMap(Figure::key, Function.identity()));

    @Test
    void growthIsTheLargestRosterByTheSmallestInEachRound() {
        assertThat(figures.get("R8").spread()).isEqualTo(new Spread(2.5, 2, 4));
        assertThat(figures.get("R8").isReached()).isTrue();
        assertThat(figures.get("plain_10").spread()).isEqualTo(new Spread(3, 2, 4));
        assertThat(figures.get("plain_100000").spread()).isEqualTo(new Spread(6, 5, 16));
        assertThat(figures.get("plain_by_control").spread()).isEqualTo(new Spread(3, 2.5, 8));
    }

    @Test
    void postsThatNameSomebodyAreInMilliseconds() {
        assertThat(figures.get("named_10").spread().median()).isEqualTo(3);
        assertThat(figures.get("named_10").unit()).isEqualTo("ms");
        assertThat(figures.get("named_10_p99").spread().median()).isEqualTo(30);
    }

    @Test
    void weightIsOfTheLargestRoster() {
        assertThat(figures.get("R7").spread().median()).isEqualTo(2_100);
        assertThat(figures.get("R7").isReached()).isFalse();
    }

    @Test
    void pauseIsTheGapWithASwapByTheGapWithout() {
        assertThat(figures.get("R10").spread().median()).isEqualTo(5);
        assertThat(figures.get("R10_subject").spread().median()).isEqualTo(20);
        assertThat(figures.get("R10_control").spread().median()).isEqualTo(4);
    }

    private static ScoringRound round(double least, double most) {
        return new ScoringRound(
                Map.of(10, cost(least), 100_000, cost(most)),
                Map.of(10, cost(least * 1_000), 100_000, cost(most * 1_000)),
                cost(2),
                new SwapPause(20_000_000, 4_000_000, 900_000_000));
    }

    private static CpuCost cost(double micros) {
        return new CpuCost(100, 0, micros, micros, micros * 10);
    }

    private static Map<Integer, Compiled> compiled() {
        Map<Integer, Compiled> compiled = new LinkedHashMap<>();
        compiled.put(10, new Compiled(1_000_000, 1_000_000, 50_000));
        compiled.put(100_000, new Compiled(9_000_000, 9_000_000, 210_000_000));
        return compiled;
    }
}
