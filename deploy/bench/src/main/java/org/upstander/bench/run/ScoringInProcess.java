package org.upstander.bench.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.upstander.bench.scoring.Compiled;
import org.upstander.bench.scoring.CpuCost;
import org.upstander.bench.scoring.ScoringProcess;
import org.upstander.bench.scoring.SwapPause;
import org.upstander.standalone.Service;

/**
 * Section scoring: CPU time of a post that names nobody and of one that names somebody, by the size
 * of the roster; beside it Jackson that reads and writes the records of the same posts. Then what a
 * roster weighs, and how long it holds scoring up while it is swapped.
 */
final class ScoringInProcess implements Measurement {

    /** Three rosters at once, and one more while it is swapped. */
    private static final List<String> JVM = List.of("-Xms1g", "-Xmx3g");

    private static final Duration WARM_UP_SLICE = Duration.ofMillis(500);
    private static final Duration SLICE = Duration.ofSeconds(1);

    /** So that some hundred posts are timed. */
    private static final Duration NAMING_SLICE = Duration.ofSeconds(3);

    /** A roster of 100,000 takes a while to compile, and minutes where others want the cores. */
    private static final Duration LIMIT = Duration.ofMinutes(15);

    /** Some names are shared, and then nobody is meant. */
    private static final double LEAST_BOUND = 0.8;

    private static final double MOST_BOUND_BY_CHANCE = 0.001;

    @Override
    public String name() {
        return "scoring";
    }

    @Override
    public List<Figure> run(Options options) {
        List<Integer> sizes = options.rosters();
        try (Control subject =
                Control.start(
                        options.output().resolve("bench-logs").resolve(name()),
                        ScoringProcess.class,
                        ServiceClasses.classPath(options.jars().get(Service.SCORING)),
                        JVM)) {
            Map<Integer, Compiled> compiled = new LinkedHashMap<>();
            for (int size : sizes) {
                Compiled roster = Compiled.of(subject.ask("roster " + size, LIMIT));
                System.out.printf(
                        "  scoring roster of %,d compiled in %,d ms, %,d B a member%n",
                        size, roster.wallNanos() / 1_000_000, roster.heapBytes() / size);
                compiled.put(size, roster);
            }
            new WarmUp().run("scoring", () -> plainPerSecond(round(subject, sizes, true)));
            List<ScoringRound> rounds = new ArrayList<>();
            for (int i = 1; i <= options.rounds(); i++) {
                ScoringRound round = round(subject, sizes, false);
                System.out.printf("  scoring round %d %s%n", i, round);
                rounds.add(round);
            }
            return ScoringFigures.of(compiled, rounds);
        }
    }

    private static ScoringRound round(Control subject, List<Integer> sizes, boolean warmingUp) {
        Map<Integer, CpuCost> plain = new LinkedHashMap<>();
        Map<Integer, CpuCost> naming = new LinkedHashMap<>();
        for (int size : sizes) {
            plain.put(size, ask(subject, "plain", size, warmingUp ? WARM_UP_SLICE : SLICE));
            naming.put(
                    size, ask(subject, "naming", size, warmingUp ? WARM_UP_SLICE : NAMING_SLICE));
        }
        check(plain, naming);
        CpuCost control = ask(subject, "control", 0, warmingUp ? WARM_UP_SLICE : SLICE);
        int largest = sizes.get(sizes.size() - 1);
        SwapPause swap = warmingUp ? null : SwapPause.of(subject.ask("swap " + largest, LIMIT));
        return new ScoringRound(plain, naming, control, swap);
    }

    private static CpuCost ask(Control subject, String what, int size, Duration slice) {
        return CpuCost.of(subject.ask(what + " " + size + " " + slice.toMillis(), LIMIT));
    }

    private static double plainPerSecond(ScoringRound round) {
        return 1e6 / round.plain().values().stream().mapToDouble(CpuCost::meanMicros).sum();
    }

    /** No speed without the work. */
    private static void check(Map<Integer, CpuCost> plain, Map<Integer, CpuCost> naming) {
        plain.forEach(
                (size, cost) -> {
                    double bound = naming.get(size).assessed();
                    if (cost.assessed() > MOST_BOUND_BY_CHANCE || bound < LEAST_BOUND) {
                        throw new BenchFailure(
                                "scoring: with %,d staff %.4f of the posts that name nobody and %.2f of those that name staff were assessed"
                                        .formatted(size, cost.assessed(), bound));
                    }
                });
    }
}
