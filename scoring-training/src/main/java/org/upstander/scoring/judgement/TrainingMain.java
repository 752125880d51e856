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
 * Trains what scoring ships beside the encoder: everyday words, the linear model, spam, languages;
 * and reports how good it is on what it was not trained on. Deterministic: the same files give the
 * same bytes.
 *
 * <p>Arguments: corpus, public data, resources to write to, and a suite or nothing.
 */
public final class TrainingMain {

    private final Path corpus;
    private final Path data;
    private final Path resources;
    private final PrintStream out;
    private final Map<String, List<TrainingCorpus.Case>> parts = new LinkedHashMap<>();

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
        parts.putAll(
                TrainingCorpus.readAll(
                        corpus, lexicon, Integer.getInteger("train.most", Integer.MAX_VALUE)));
        reportBinding();
        leaveOnePartOut();
        List<TrainingCorpus.Case> all = parts.values().stream().flatMap(List::stream).toList();
        LinearTraining training = new LinearTraining(data, all);
        write(new LinearModel(training.verdict().quantised()), training.spam());
        if (suite != null) {
            TrainingEvaluation evaluation = new TrainingEvaluation();
            training.addTo(
                    evaluation,
                    TrainingCorpus.read(
                            suite.resolve("dev.jsonl"), suite.resolve("roster-dev.json"), lexicon));
            out.println("suite: " + evaluation.atBest());
        }
    }

    private Lexicon words() throws IOException {
        if (TrainingRows.lines(data, TrainingRows.PUBLIC.get(0)).isEmpty()) {
            out.println("no public sets: the everyday words stay as they are");
            return Lexicon.shipped();
        }
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

    private void reportBinding() {
        int attacked = 0;
        int bound = 0;
        for (TrainingCorpus.Case c : parts.values().stream().flatMap(List::stream).toList()) {
            for (TrainingCorpus.Label label : c.labels().values()) {
                boolean found =
                        c.mentions().stream().anyMatch(m -> m.staffId().equals(label.staff()));
                attacked += label.verdict() == 0 ? 1 : 0;
                bound += label.verdict() == 0 && found ? 1 : 0;
            }
        }
        out.printf(Locale.ROOT, "attacked people who are bound: %.3f%n", bound / (double) attacked);
    }

    /** Each part judged by a model that was trained on the others. */
    private void leaveOnePartOut() {
        TrainingEvaluation pool = new TrainingEvaluation();
        parts.forEach(
                (part, cases) -> {
                    List<TrainingCorpus.Case> others = new ArrayList<>();
                    parts.forEach(
                            (other, some) -> others.addAll(other.equals(part) ? List.of() : some));
                    LinearTraining training = new LinearTraining(data, others);
                    TrainingEvaluation own = new TrainingEvaluation();
                    training.addTo(own, cases);
                    training.addTo(pool, cases);
                    out.println("held out " + part + ": " + own.atBest());
                });
        out.println("held out, all: " + pool.atBest());
    }

    private void write(LinearModel model, SpamModel spam) throws IOException {
        Path file = resources.resolve("org/upstander/scoring/judgement/" + TargetJudge.LINEAR);
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
