package org.upstander.bench.run;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.upstander.bench.scoring.CpuCost;
import org.upstander.bench.scoring.SwapPause;

/**
 * One turn through everything that is measured in process.
 *
 * @param plain posts that name nobody, by the size of the roster, ascending
 * @param naming posts that name somebody
 * @param control Jackson reading and writing the records of the former
 * @param swap of the largest roster; null while warming up
 */
record ScoringRound(
        Map<Integer, CpuCost> plain,
        Map<Integer, CpuCost> naming,
        CpuCost control,
        SwapPause swap) {

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "naming nobody %s us, somebody %s us, control %.2f us; longest gap %.1f ms swapping, %.1f ms without",
                means(plain),
                means(naming),
                control.meanMicros(),
                swap.swapNanos() / 1e6,
                swap.calmNanos() / 1e6);
    }

    private static String means(Map<Integer, CpuCost> bySize) {
        return bySize.values().stream()
                .map(cost -> String.format(Locale.ROOT, "%,.2f", cost.meanMicros()))
                .collect(Collectors.joining("/"));
    }
}
