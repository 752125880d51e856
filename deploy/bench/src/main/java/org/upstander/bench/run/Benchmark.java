package org.upstander.bench.run;

import java.util.ArrayList;
import java.util.List;

/** Runs the measurements one after another, prints the table and writes bench.json. */
public final class Benchmark {

    private static final List<Measurement> ALL =
            List.of(
                    new ScoringPipeline(),
                    new SingleDoor(),
                    new BatchDoor(),
                    new PostToPage(),
                    new Storm(),
                    new Incidents(),
                    new ArchiveFill(),
                    new SignedDoor(),
                    new Dashboards(),
                    new PatternEvaluation(),
                    new ScoringInProcess());

    private Benchmark() {}

    /** Ends with 0 when everything asked for was measured, whether or not a target was reached. */
    public static void main(String[] args) {
        Options options = Options.fromSystem();
        String machine = Machine.line();
        System.out.println(machine);
        List<Figure> figures = new ArrayList<>();
        boolean whole = true;
        for (Measurement measurement : ALL) {
            if (!options.wants(measurement.name())) {
                continue;
            }
            long begin = System.nanoTime();
            try {
                figures.addAll(measurement.run(options));
            } catch (RuntimeException e) {
                whole = false;
                System.err.println(measurement.name() + " could not be measured");
                e.printStackTrace();
            }
            System.out.printf(
                    "  %s took %d s%n",
                    measurement.name(), (System.nanoTime() - begin) / 1_000_000_000);
        }
        System.out.println(Report.table(machine, figures));
        Report.write(options.output().resolve("bench.json"), Report.json(machine, figures));
        System.exit(whole ? 0 : 1);
    }
}
