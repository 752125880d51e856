package org.upstander.scoring.judgement;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.upstander.scoring.text.Lexicon;

/**
 * Trains the encoder that scoring-service ships: on all parts of the corpus, but for the cases on
 * which the blend with the linear model is fitted. Before that, where asked to, with some parts
 * held out, to see how it does in a community it does not know.
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
        if (!options.folds().isEmpty()) {
            try (EncoderTraining training = training(Teachers.none())) {
                List<EncoderRow> publicRows = publicRows(training);
                for (List<String> names : options.folds()) {
                    holdOut(training, publicRows, names);
                }
            }
        }
        if (options.writes()) {
            Path file = options.teacher();
            try (EncoderTraining training =
                    training(file == null ? Teachers.none() : Teachers.read(file))) {
                write(training, publicRows(training));
            }
        }
    }

    private EncoderTraining training(Teachers teachers) throws IOException {
        return new EncoderTraining(
                options.kind(), teachers, options.marked(), options.checkpoints(), out);
    }

    private List<EncoderRow> publicRows(EncoderTraining training) {
        return options.publicShare() > 0
                ? training.rows().harmless(sets, options.publicWeight())
                : List.of();
    }

    /** Trains without some parts and looks at them, and at the suite, which nothing learns from. */
    private void holdOut(EncoderTraining training, List<EncoderRow> publicRows, List<String> names)
            throws IOException {
        Map<String, List<TrainingCorpus.Case>> rest = new LinkedHashMap<>(parts);
        rest.keySet().removeAll(names);
        Map<String, List<TrainingCorpus.Case>> held = new LinkedHashMap<>(parts);
        held.keySet().retainAll(names);
        String name = "without-" + String.join("-", names);
        train(training, publicRows, name, rest, held).bert().close();
    }

    private record Trained(Bert bert, Blend blend) {}

    private Trained train(
            EncoderTraining training,
            List<EncoderRow> publicRows,
            String name,
            Map<String, List<TrainingCorpus.Case>> learnt,
            Map<String, List<TrainingCorpus.Case>> held)
            throws IOException {
        CalibrationSplit split = CalibrationSplit.of(learnt, options.kept());
        LinearTraining linear = new LinearTraining(sets, split.learnt());
        Bert bert =
                training.learn(
                        name, split.learnt(), publicRows, options.publicShare(), options.recipe());
        Map<String, List<TrainingCorpus.Case>> seen = new LinkedHashMap<>();
        seen.put(CalibrationSplit.NAME, split.kept());
        seen.putAll(held);
        if (!suite.isEmpty()) {
            seen.put("suite", suite);
        }
        Fold fold = new Fold();
        seen.forEach(
                (part, some) ->
                        fold.add(
                                part,
                                some,
                                training.margins(some, bert),
                                linear.margins(some),
                                linear.spam()));
        Blend blend = fold.fit(options.version());
        out.printf("%s, blend: %s%n", name, blend);
        fold.report(blend, out);
        return new Trained(bert, blend);
    }

    private void write(EncoderTraining training, List<EncoderRow> publicRows) throws IOException {
        Trained trained = train(training, publicRows, "all", parts, Map.of());
        try (Bert bert = trained.bert()) {
            Files.createDirectories(resources);
            Files.write(resources.resolve(EncoderModel.WEIGHTS), training.quantised(bert));
            Files.write(resources.resolve(EncoderModel.VOCABULARY), training.vocabulary().bytes());
            try (DataOutputStream heads =
                    new DataOutputStream(
                            Files.newOutputStream(resources.resolve(EncoderModel.HEADS)))) {
                trained.blend().write(heads);
                for (float value : bert.weights().heads()) {
                    heads.writeFloat(value);
                }
            }
        }
        out.printf("written to %s%n", resources);
    }
}
