package org.upstander.bench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.upstander.bench.scoring.Compiled;
import org.upstander.bench.scoring.CpuCost;

/** What the section scoring reports. */
final class ScoringFigures {

    private static final double MOST_PLAIN_MICROS = 15;
    private static final double MOST_NAMING_MILLIS = 10;
    private static final double MOST_GROWTH = 3;
    private static final double MOST_BYTES_A_MEMBER = 2 << 10;

    private final List<ScoringRound> rounds;
    private final List<Figure> figures = new ArrayList<>();

    private ScoringFigures(List<ScoringRound> rounds) {
        this.rounds = rounds;
    }

    /**
     * @param compiled by the size of the roster, ascending
     */
    static List<Figure> of(Map<Integer, Compiled> compiled, List<ScoringRound> rounds) {
        ScoringFigures all = new ScoringFigures(rounds);
        List<Integer> sizes = List.copyOf(compiled.keySet());
        int least = sizes.get(0);
        int most = sizes.get(sizes.size() - 1);
        sizes.forEach(all::plain);
        all.growth("R8", "naming nobody", ScoringRound::plain, least, most);
        sizes.forEach(all::naming);
        all.growth("R8_named", "naming somebody", ScoringRound::naming, least, most);
        all.control(most);
        compiled.forEach(all::compiled);
        all.weight(most, compiled.get(most));
        all.swap(most);
        return all.figures;
    }

    private void plain(int size) {
        Function<ScoringRound, CpuCost> cost = round -> round.plain().get(size);
        String key = "plain_" + size;
        figures.add(
                Figure.atMost(
                        key,
                        "CPU of a post that names nobody, %,d staff".formatted(size),
                        mean(cost, 1),
                        "us",
                        MOST_PLAIN_MICROS));
        percentiles(key, cost, 1, "us");
    }

    private void naming(int size) {
        Function<ScoringRound, CpuCost> cost = round -> round.naming().get(size);
        String key = "named_" + size;
        figures.add(
                Figure.atMost(
                        key,
                        "CPU of a post that names somebody, %,d staff".formatted(size),
                        mean(cost, 1e-3),
                        "ms",
                        MOST_NAMING_MILLIS));
        percentiles(key, cost, 1e-3, "ms");
    }

    private void percentiles(
            String key, Function<ScoringRound, CpuCost> cost, double micros, String unit) {
        figures.add(
                Figure.detail(
                        key + "_p50",
                        "half of them cost at most",
                        Spread.of(rounds, r -> cost.apply(r).p50Micros() * micros),
                        unit));
        figures.add(
                Figure.detail(
                        key + "_p99",
                        "99 of 100 cost at most",
                        Spread.of(rounds, r -> cost.apply(r).p99Micros() * micros),
                        unit));
    }

    private void growth(
            String key,
            String what,
            Function<ScoringRound, Map<Integer, CpuCost>> posts,
            int least,
            int most) {
        figures.add(
                Figure.atMost(
                        key,
                        "%s: %,d staff / %,d staff".formatted(what, most, least),
                        Spread.of(
                                rounds,
                                round ->
                                        posts.apply(round).get(most).meanMicros()
                                                / posts.apply(round).get(least).meanMicros()),
                        "ratio",
                        MOST_GROWTH));
    }

    private void control(int most) {
        figures.add(
                Figure.detail(
                        "parse_write",
                        "control: Jackson reads and writes its record",
                        mean(ScoringRound::control, 1),
                        "us"));
        figures.add(
                Figure.detail(
                        "plain_by_control",
                        "naming nobody, %,d staff / control".formatted(most),
                        Spread.of(
                                rounds,
                                round ->
                                        round.plain().get(most).meanMicros()
                                                / round.control().meanMicros()),
                        "ratio"));
    }

    private void compiled(int size, Compiled roster) {
        figures.add(
                Figure.detail(
                        "compile_" + size,
                        "CPU to compile a roster of %,d, once".formatted(size),
                        Spread.of(roster.cpuNanos() / 1e6),
                        "ms"));
    }

    private void weight(int size, Compiled roster) {
        figures.add(
                Figure.atMost(
                        "R7",
                        "heap a member of staff, of %,d".formatted(size),
                        Spread.of((double) roster.heapBytes() / size),
                        "B",
                        MOST_BYTES_A_MEMBER));
    }

    private void swap(int size) {
        figures.add(
                Figure.detail(
                        "R10",
                        "longest gap, swapping %,d / without".formatted(size),
                        Spread.of(
                                rounds,
                                round ->
                                        round.swap().swapNanos()
                                                / (double) round.swap().calmNanos()),
                        "ratio"));
        figures.add(
                Figure.detail(
                        "R10_subject",
                        "longest gap between posts, swapping",
                        Spread.of(rounds, round -> round.swap().swapNanos() / 1e6),
                        "ms"));
        figures.add(
                Figure.detail(
                        "R10_control",
                        "longest gap, as long a time without a swap",
                        Spread.of(rounds, round -> round.swap().calmNanos() / 1e6),
                        "ms"));
        figures.add(
                Figure.detail(
                        "R10_window",
                        "from the begin of compiling to the swap",
                        Spread.of(rounds, round -> round.swap().windowNanos() / 1e6),
                        "ms"));
    }

    private Spread mean(Function<ScoringRound, CpuCost> cost, double micros) {
        return Spread.of(rounds, round -> cost.apply(round).meanMicros() * micros);
    }
}
