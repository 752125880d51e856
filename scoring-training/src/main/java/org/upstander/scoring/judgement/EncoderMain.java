package org.upstander.scoring.judgement;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.upstander.scoring.text.Lexicon;

/**
 * Trains the encoder that scoring-service ships. First with some parts of the corpus held out: on
 * them the blend with the linear model is fitted and everything is measured. Then with all parts.
 *
 * <p>Arguments: corpus, public data, resources to write to, and a suite or nothing; the rest are
 * {@link TrainingOptions}.
 */
public final class EncoderMain {
    private static final String PACKAGE = "org/upstander/scoring/judgement";

    private final TrainingOptions options;
    private final PublicSets sets;
    private final Path resources;
    private final PrintStream out;
    private final Map<String, List<TrainingCorpus.Case>> parts;
    private final List<TrainingCorpus.Case> suite;

    private EncoderMain(String[] args, TrainingOptions options, PrintStream out)
            throws IOException {
        this.options = options;
        this.out = out;
        Path corpus = Path.of(args[0]);
        sets = new PublicSets(Path.of(args[1]));
        resources = Path.of(args[2]).resolve(PACKAGE);
        Lexicon lexicon = Lexicon.shipped();
        parts = TrainingCorpus.readAll(corpus, lexicon, options.mostCases());
        suite =
                args.length > 3 && !args[3].isEmpty()
                        ? TrainingCorpus.read(
                                Path.of(args[3], "dev.jsonl"),
                                Path.of(args[3], "roster-dev.json"),
                                lexicon)
                        : List.of();
    }

    public static void main(String[] args) throws IOException {
        new EncoderMain(args, TrainingOptions.ofSystem(), System.out).run();
    }

    private void run() throws IOException {
        try (EncoderTraining training =
                new EncoderTraining(options.kind(), options.checkpoints(), out)) {
            List<EncoderRow> publicRows =
                    options.publicShare() > 0
                            ? training.rows().publicRows(sets, options.publicWeight())
                            : List.of();
            BlendFit pool = new BlendFit();
            List<Fold> folds = new ArrayList<>();
            for (List<String> names : options.folds()) {
                folds.add(holdOut(training, publicRows, names));
            }
            folds.forEach(fold -> fold.addTo(pool));
            Blend blend = pool.fit(options.version());
            out.println("blend: " + blend);
            folds.forEach(fold -> fold.report(blend, out));
            if (options.writes()) {
                write(training, publicRows, blend);
            }
        }
    }

    /** Trains without some parts and looks at them, and at the suite, which nothing learns from. */
    private Fold holdOut(EncoderTraining training, List<EncoderRow> publicRows, List<String> names)
            throws IOException {
        List<TrainingCorpus.Case> rest = TrainingCorpus.without(parts, names);
        Map<String, List<TrainingCorpus.Case>> held = new LinkedHashMap<>(parts);
        held.keySet().retainAll(names);
        if (!suite.isEmpty()) {
            held.put(Fold.SUITE, suite);
        }
        LinearTraining linear = new LinearTraining(sets, rest);
        try (Bert bert =
                training.learn(
                        "without-" + String.join("-", names),
                        rest,
                        publicRows,
                        options.publicShare(),
                        options.recipe())) {
            Fold fold = new Fold();
            held.forEach(
                    (part, cases) ->
                            fold.add(
                                    part,
                                    cases,
                                    training.margins(cases, bert),
                                    linear.margins(cases),
                                    linear.spam()));
            return fold;
        }
    }

    private void write(EncoderTraining training, List<EncoderRow> publicRows, Blend blend)
            throws IOException {
        List<TrainingCorpus.Case> all = parts.values().stream().flatMap(List::stream).toList();
        try (Bert bert =
                training.learn("all", all, publicRows, options.publicShare(), options.recipe())) {
            Files.createDirectories(resources);
            Files.write(resources.resolve(EncoderModel.WEIGHTS), training.quantised(bert));
            Files.write(resources.resolve(EncoderModel.VOCABULARY), training.vocabulary().bytes());
            try (DataOutputStream heads =
                    new DataOutputStream(
                            Files.newOutputStream(resources.resolve(EncoderModel.HEADS)))) {
                blend.write(heads);
                for (float value : bert.weights().heads()) {
                    heads.writeFloat(value);
                }
            }
        }
        out.printf("written to %s%n", resources);
    }
}
