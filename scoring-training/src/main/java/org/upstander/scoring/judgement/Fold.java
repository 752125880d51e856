package org.upstander.scoring.judgement;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.upstander.scoring.domain.Thresholds;

/** What was held out of a training, and what its models say of it. */
final class Fold {
    private final List<Part> parts = new ArrayList<>();

    private record Part(
            String name,
            List<TrainingCorpus.Case> cases,
            Map<TrainingCorpus.Case, double[]> encoder,
            Map<TrainingCorpus.Case, double[]> linear,
            SpamModel spam) {}

    void add(
            String name,
            List<TrainingCorpus.Case> cases,
            Map<TrainingCorpus.Case, double[]> encoder,
            Map<TrainingCorpus.Case, double[]> linear,
            SpamModel spam) {
        parts.add(new Part(name, cases, encoder, linear, spam));
    }

    /** Fits a blend to the cases that were kept back for it, and to no others. */
    Blend fit(String version) {
        BlendFit fit = new BlendFit();
        for (Part part : parts) {
            if (part.name().equals(CalibrationSplit.NAME)) {
                part.cases().forEach(c -> addTo(fit, part, c));
            }
        }
        return fit.fit(version);
    }

    private static void addTo(BlendFit fit, Part part, TrainingCorpus.Case c) {
        for (int i = 0; i < c.mentions().size(); i++) {
            fit.add(
                    part.encoder().get(c)[i],
                    part.linear().get(c)[i],
                    c.isAttacked(c.mentions().get(i).staffId()));
        }
    }

    /** The alert test of either model alone, each at its best threshold, and of the blend. */
    void report(Blend blend, PrintStream out) {
        for (Part part : parts) {
            print(part, "n-grams", (c, i) -> part.linear().get(c)[i], out);
            print(part, "encoder", (c, i) -> part.encoder().get(c)[i], out);
            TrainingEvaluation both = new TrainingEvaluation();
            both.add(
                    part.cases(),
                    part.spam(),
                    (c, i) ->
                            blend.attack(part.encoder().get(c)[i], part.linear().get(c)[i])
                                    - Thresholds.SHIPPED.attack());
            out.printf("%s, blend: %s%n", part.name(), both.at(0));
        }
    }

    private static void print(
            Part part, String model, TrainingEvaluation.Margins margins, PrintStream out) {
        TrainingEvaluation evaluation = new TrainingEvaluation();
        evaluation.add(part.cases(), part.spam(), margins);
        out.printf("%s, %s: %s%n", part.name(), model, evaluation.atBest());
    }
}
