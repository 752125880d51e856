package org.upstander.scoring.judgement;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.upstander.scoring.text.Lexicon;

/**
 * Trains everything that scoring ships, from the hand-written corpus and public sets, and reports
 * how good it is on what it was not trained on. Deterministic: the same files give the same bytes.
 *
 * <p>{@code mvn -Ptrain -pl scoring-service test-compile -Dcorpus=DIR -Ddata=DIR [-Dsuite=DIR]},
 * see RATIONALE.md.
 */
public final class TrainingMain {
    private static final String VERSION = "2026.11-1";
    private static final int EPOCHS = 10;
    private static final float RATE = 0.1f;
    private static final float L2 = 1e-6f;
    private static final long SEED = 7;

    private final Path corpus;
    private final Path data;
    private final Path resources;
    private final PrintStream out;
    private final Map<String, List<TrainingCorpus.Case>> parts = new LinkedHashMap<>();
    private final Map<String, List<TrainingRow>> rows = new LinkedHashMap<>();
    private List<TrainingRow> publicRows = List.of();
    private List<TrainingSpam.Row> publicSpam = List.of();

    private TrainingMain(Path corpus, Path data, Path resources, PrintStream out) {
        this.corpus = corpus;
        this.data = data;
        this.resources = resources;
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        Path suite = args.length > 3 && !args[3].isEmpty() ? Path.of(args[3]) : null;
        new TrainingMain(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]), System.out)
                .run(suite);
    }

    private void run(Path suite) throws IOException {
        Lexicon lexicon = words();
        load(lexicon);
        double[] calibration = leaveOnePartOut();
        TrainingLearner verdict = verdict(rows.keySet());
        TrainingLearner detail = detail();
        SpamModel spam = TrainingSpam.learn(spamRows(parts.keySet()), SEED);
        write(
                new LinearModel(
                        VERSION,
                        verdict.quantised(),
                        detail.quantised(),
                        (float) calibration[0],
                        (float) calibration[1]),
                spam);
        if (suite != null) {
            TrainingEvaluation evaluation = new TrainingEvaluation();
            evaluation.add(
                    TrainingCorpus.read(
                            suite.resolve("dev.jsonl"), suite.resolve("roster-dev.json"), lexicon),
                    verdict,
                    spam);
            out.println("suite: " + evaluation.at(margin(calibration)));
        }
    }

    private Lexicon words() throws IOException {
        TrainingWords words = new TrainingWords();
        List<String> sets = new ArrayList<>(TrainingRows.PUBLIC);
        sets.addAll(List.of("politeness", "strudel", "youtube-spam"));
        for (String set : sets) {
            words.countFile(data.resolve(set + ".jsonl"));
        }
        Set<Integer> names = new HashSet<>();
        for (String part : partNames()) {
            names.addAll(
                    TrainingWords.names(
                            TrainingCorpus.roster(corpus.resolve(part + "-roster.json"))));
        }
        for (String part : partNames()) {
            words.countCorpus(corpus.resolve(part + ".jsonl"), names);
        }
        int[] everyday = words.everyday();
        TrainingWords.write(
                everyday, resources.resolve("org/upstander/scoring/text/" + Lexicon.RESOURCE));
        out.printf("everyday words: %d%n", everyday.length);
        return Lexicon.ofHashes(everyday);
    }

    private List<String> partNames() throws IOException {
        try (var files = Files.list(corpus)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".jsonl"))
                    .map(f -> f.replace(".jsonl", ""))
                    .sorted()
                    .toList();
        }
    }

    private void load(Lexicon lexicon) throws IOException {
        int attacked = 0;
        int bound = 0;
        for (String part : partNames()) {
            List<TrainingCorpus.Case> cases =
                    TrainingCorpus.read(
                            corpus.resolve(part + ".jsonl"),
                            corpus.resolve(part + "-roster.json"),
                            lexicon);
            parts.put(part, cases);
            List<TrainingRow> made = new ArrayList<>();
            for (TrainingCorpus.Case c : cases) {
                if (!c.spam()) {
                    made.addAll(TrainingRows.all(c));
                }
                for (TrainingCorpus.Label label : c.labels().values()) {
                    attacked += label.verdict() == 0 ? 1 : 0;
                    boolean found =
                            c.mentions().stream().anyMatch(m -> m.staffId().equals(label.staff()));
                    bound += label.verdict() == 0 && found ? 1 : 0;
                }
            }
            rows.put(part, made);
        }
        publicRows = TrainingRows.publicRows(data);
        publicSpam = TrainingSpam.publicRows(data);
        out.printf(
                Locale.ROOT,
                "rows: corpus %d, public %d; attacked people who are bound: %.3f%n",
                rows.values().stream().mapToInt(List::size).sum(),
                publicRows.size(),
                bound / (double) attacked);
    }

    /** Each part judged by a model trained on the others; the pool calibrates what is shipped. */
    private double[] leaveOnePartOut() {
        TrainingEvaluation pool = new TrainingEvaluation();
        Map<String, TrainingEvaluation> each = new LinkedHashMap<>();
        for (String part : parts.keySet()) {
            Set<String> others = new HashSet<>(parts.keySet());
            others.remove(part);
            TrainingLearner learner = verdict(others);
            SpamModel spam = TrainingSpam.learn(spamRows(others), SEED);
            TrainingEvaluation own = new TrainingEvaluation();
            own.add(parts.get(part), learner, spam);
            pool.add(parts.get(part), learner, spam);
            each.put(part, own);
        }
        double[] calibration = pool.calibrate();
        double threshold = margin(calibration);
        each.forEach((part, own) -> out.println("held out " + part + ": " + own.at(threshold)));
        out.println("held out, all: " + pool.at(threshold));
        out.printf(
                Locale.ROOT, "calibration: %.3f * margin + %.3f%n", calibration[0], calibration[1]);
        return calibration;
    }

    /** The margin at which the shipped threshold lies. */
    private static double margin(double[] calibration) {
        double p = Thresholds.SHIPPED.attack();
        return (Math.log(p / (1 - p)) - calibration[1]) / calibration[0];
    }

    private TrainingLearner verdict(Set<String> from) {
        List<TrainingRow> all = new ArrayList<>(publicRows);
        rows.forEach(
                (part, some) -> {
                    if (from.contains(part)) {
                        all.addAll(some);
                    }
                });
        TrainingLearner learner =
                new TrainingLearner(LinearModel.VERDICT_BITS, LinearModel.VERDICTS, true);
        learner.learn(all, EPOCHS, RATE, L2, SEED);
        return learner;
    }

    private TrainingLearner detail() {
        List<TrainingRow> attacks =
                rows.values().stream().flatMap(List::stream).filter(r -> r.verdict() == 0).toList();
        TrainingLearner learner =
                new TrainingLearner(LinearModel.DETAIL_BITS, LinearModel.DETAILS, false);
        learner.learn(attacks, EPOCHS, RATE, L2, SEED);
        return learner;
    }

    private List<TrainingSpam.Row> spamRows(Set<String> from) {
        List<TrainingSpam.Row> all = new ArrayList<>(publicSpam);
        parts.forEach(
                (part, cases) -> {
                    if (from.contains(part)) {
                        all.addAll(TrainingSpam.rows(cases));
                    }
                });
        return all;
    }

    private void write(LinearModel model, SpamModel spam) throws IOException {
        Path file = resources.resolve("org/upstander/scoring/judgement/" + LinearJudge.RESOURCE);
        Files.createDirectories(file.getParent());
        List<TrainingCorpus.Case> all = parts.values().stream().flatMap(List::stream).toList();
        try (DataOutputStream to =
                new DataOutputStream(
                        new java.io.BufferedOutputStream(Files.newOutputStream(file)))) {
            model.write(to);
            spam.write(to);
            TrainingSpam.languages(all).write(to);
        }
        out.printf("model: %d bytes%n", Files.size(file));
    }
}
